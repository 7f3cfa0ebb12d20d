<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>NeonAop</name>
    <message>
        <source>hdf5</source>
        <translation>hdf5</translation>
    </message>
    <message>
        <source>h5</source>
        <translation>h5</translation>
    </message>
    <message>
        <source>weather quality</source>
        <translation>calidad meteorológica</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>nubes</translation>
    </message>
    <message>
        <source>acquisition date</source>
        <translation>fecha de adquisición</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>aspect</source>
        <translation>orientación</translation>
    </message>
    <message>
        <source>elevation</source>
        <translation>elevación</translation>
    </message>
    <message>
        <source>shadow</source>
        <translation>sombra</translation>
    </message>
    <message>
        <source>water vapour</source>
        <translation>vapor de agua</translation>
    </message>
    <message>
        <source>aerosol</source>
        <translation>aerosol</translation>
    </message>
    <message>
        <source>Ancillary layer</source>
        <translation>Capa auxiliar</translation>
    </message>
    <message>
        <source>Turn a layer that a NEON tile holds beside its reflectance into a georeferenced raster.</source>
        <translation>Convertir una capa que una tesela de NEON contiene junto a la reflectancia en un ráster georreferenciado.</translation>
    </message>
    <message>
        <source>Reads one of the images that come with the reflectance in a NEON tile (HDF5): weather quality, day of acquisition, terrain, angles to the sensor, shadow, aerosol, water vapour and others. A layer is found under each of the names that it has had in NEON&apos;s files.
Weather quality becomes classes 1 to 3 with colours, from the codes of newer files as well as from the colours of older ones. The other layers keep their values. What files mark as no data in different ways (-9999, 241, -1) becomes no data.
The log tells what the file says of the layer, and where that is known to be wrong.</source>
        <translation>Lee una de las imágenes que acompañan a la reflectancia en una tesela de NEON (HDF5): calidad meteorológica, día de adquisición, terreno, ángulos hacia el sensor, sombra, aerosol, vapor de agua y otras. Cada capa se encuentra con cualquiera de los nombres que ha tenido en los archivos de NEON.
La calidad meteorológica se convierte en las clases 1 a 3 con colores, tanto a partir de los códigos de los archivos más nuevos como de los colores de los más antiguos. Las demás capas conservan sus valores. Lo que los archivos marcan de distintas maneras como sin datos (-9999, 241, -1) pasa a ser sin datos.
El registro indica lo que el archivo dice de la capa y dónde se sabe que es incorrecto.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>The layer to read. Not every file has all of them; a message lists those that it has.</source>
        <translation>La capa que se lee. No todos los archivos las tienen todas; un mensaje enumera las que hay.</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <source>Read only the pixels whose centre lies in this extent. Empty: the whole tile.</source>
        <translation>Leer solo los píxeles cuyo centro está dentro de esta extensión. Vacío: la tesela entera.</translation>
    </message>
    <message>
        <source>The raster to write (GeoTIFF).</source>
        <translation>El ráster que se escribe (GeoTIFF).</translation>
    </message>
    <message>
        <source>Name of the layer in the file</source>
        <translation>Nombre de la capa en el archivo</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-medias</translation>
    </message>
    <message>
        <source>clustering</source>
        <translation>agrupamiento</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>clasificación</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>clases</translation>
    </message>
    <message>
        <source>predict</source>
        <translation>predecir</translation>
    </message>
    <message>
        <source>apply</source>
        <translation>aplicar</translation>
    </message>
    <message>
        <source>centroids</source>
        <translation>centroides</translation>
    </message>
    <message>
        <source>nearest centre</source>
        <translation>centroide más cercano</translation>
    </message>
    <message>
        <source>Classify with saved centres</source>
        <translation>Clasificar con centroides guardados</translation>
    </message>
    <message>
        <source>Give the pixels of further tiles or of a raster the classes of an earlier run.</source>
        <translation>Dar a los píxeles de otras teselas o de un ráster las clases de una ejecución anterior.</translation>
    </message>
    <message>
        <source>Cluster centres</source>
        <translation>Centroides de los grupos</translation>
    </message>
    <message>
        <source>The table that an earlier run wrote. Rows may be taken out; each class keeps its number.</source>
        <translation>La tabla que escribió una ejecución anterior. Se pueden quitar filas; cada clase conserva su número.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>The class raster to write (GeoTIFF): the classes of the table, 0 where there is no data.</source>
        <translation>El ráster de clases que se escribe (GeoTIFF): las clases de la tabla, 0 donde no hay datos.</translation>
    </message>
    <message>
        <source>Class counts</source>
        <translation>Recuento de las clases</translation>
    </message>
    <message>
        <source>A table of the classes with their pixels and area in this image.</source>
        <translation>Una tabla de las clases con sus píxeles y su superficie en esta imagen.</translation>
    </message>
    <message>
        <source>Classes with pixels</source>
        <translation>Clases con píxeles</translation>
    </message>
    <message>
        <source>Sum of squared errors</source>
        <translation>Suma de los errores al cuadrado</translation>
    </message>
    <message>
        <source>Saved centres, {} classes - {}</source>
        <translation>Centroides guardados, {} clases - {}</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Ráster</translation>
    </message>
    <message>
        <source>In place of tiles, a raster of the same kind as the one of the earlier run, such as cleaned reflectance.</source>
        <translation>En lugar de teselas, un ráster del mismo tipo que el de la ejecución anterior, como la reflectancia depurada.</translation>
    </message>
    <message>
        <source>Read only the pixels whose centre lies in this extent. Empty: all.</source>
        <translation>Leer solo los píxeles cuyo centro está dentro de esta extensión. Vacío: todos.</translation>
    </message>
    <message>
        <source>Leave out broken tiles</source>
        <translation>Omitir teselas dañadas</translation>
    </message>
    <message>
        <source>Go on without files that cannot be read, and list them at the end, instead of stopping.</source>
        <translation>En lugar de detenerse, continuar sin los archivos que no se pueden leer y enumerarlos al final.</translation>
    </message>
    <message>
        <source>Tiles left out</source>
        <translation>Teselas omitidas</translation>
    </message>
    <message>
        <source>Left out: {}</source>
        <translation>Omitido: {}</translation>
    </message>
    <message>
        <source>pca</source>
        <translation>ACP</translation>
    </message>
    <message>
        <source>principal components</source>
        <translation>componentes principales</translation>
    </message>
    <message>
        <source>dimension reduction</source>
        <translation>reducción de dimensiones</translation>
    </message>
    <message>
        <source>transform</source>
        <translation>transformar</translation>
    </message>
    <message>
        <source>project</source>
        <translation>proyectar</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>puntuaciones</translation>
    </message>
    <message>
        <source>Principal components of a saved model</source>
        <translation>Componentes principales de un modelo guardado</translation>
    </message>
    <message>
        <source>Component model</source>
        <translation>Modelo de componentes</translation>
    </message>
    <message>
        <source>The model that an earlier run wrote.</source>
        <translation>El modelo que escribió una ejecución anterior.</translation>
    </message>
    <message>
        <source>Principal components</source>
        <translation>Componentes principales</translation>
    </message>
    <message>
        <source>The raster of scores to write (GeoTIFF, Float32): a band for each component of the model.</source>
        <translation>El ráster de puntuaciones que se escribe (GeoTIFF, Float32): una banda por cada componente del modelo.</translation>
    </message>
    <message>
        <source>Components kept</source>
        <translation>Componentes conservadas</translation>
    </message>
    <message>
        <source>neon</source>
        <translation>NEON</translation>
    </message>
    <message>
        <source>aop</source>
        <translation>AOP</translation>
    </message>
    <message>
        <source>hyperspectral</source>
        <translation>hiperespectral</translation>
    </message>
    <message>
        <source>reflectance</source>
        <translation>reflectancia</translation>
    </message>
    <message>
        <source>imaging spectroscopy</source>
        <translation>espectroscopia de imágenes</translation>
    </message>
    <message>
        <source>{} is not a parameter of this algorithm and is ignored.</source>
        <translation>{} no es un parámetro de este algoritmo y se ignora.</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Complemento</translation>
    </message>
    <message>
        <source>Reflectance tiles</source>
        <translation>Teselas de reflectancia</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>unsupervised</source>
        <translation>no supervisada</translation>
    </message>
    <message>
        <source>Classify tiles</source>
        <translation>Clasificar teselas</translation>
    </message>
    <message>
        <source>Turn NEON reflectance tiles into a class map and principal components in one run.</source>
        <translation>Convertir teselas de reflectancia de NEON en un mapa de clases y componentes principales en una sola ejecución.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>A small picture of the class map.</source>
        <translation>Una imagen pequeña del mapa de clases.</translation>
    </message>
    <message>
        <source>bad bands</source>
        <translation>bandas defectuosas</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importar</translation>
    </message>
    <message>
        <source>convert</source>
        <translation>convertir</translation>
    </message>
    <message>
        <source>Clean reflectance</source>
        <translation>Depurar reflectancia</translation>
    </message>
    <message>
        <source>Turn a NEON reflectance tile into a georeferenced raster of reflectance without bad bands.</source>
        <translation>Convertir una tesela de reflectancia de NEON en un ráster georreferenciado de reflectancia sin bandas defectuosas.</translation>
    </message>
    <message>
        <source>Reads a NEON reflectance tile or flight line (HDF5), leaves out the bands that water vapour and noise spoil, and writes reflectance as a GeoTIFF with coordinate system, no data, band names and wavelengths.
Pixels without data stay without data. The result serves as the input of k-means clustering and principal components, or of any other raster tool.</source>
        <translation>Lee una tesela de reflectancia o una línea de vuelo de NEON (HDF5), descarta las bandas que estropean el vapor de agua y el ruido, y escribe la reflectancia como GeoTIFF con sistema de coordenadas, valor sin datos, nombres de banda y longitudes de onda.
Los píxeles sin datos siguen sin datos. El resultado sirve de entrada para el agrupamiento k-medias y las componentes principales, o para cualquier otra herramienta ráster.</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>Tipo de datos</translation>
    </message>
    <message>
        <source>Float32 reflectance</source>
        <translation>Reflectancia Float32</translation>
    </message>
    <message>
        <source>Int16 with a scale of 0.0001</source>
        <translation>Int16 con una escala de 0,0001</translation>
    </message>
    <message>
        <source>Integers take less space; QGIS shows them as reflectance, other programs may need to apply the scale.</source>
        <translation>Los enteros ocupan menos espacio; QGIS los muestra como reflectancia, en otros programas puede ser necesario aplicar la escala.</translation>
    </message>
    <message>
        <source>Reflectance</source>
        <translation>Reflectancia</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <source>Coordinate reference system</source>
        <translation>Sistema de referencia de coordenadas</translation>
    </message>
    <message>
        <source>Reflectance - {}</source>
        <translation>Reflectancia - {}</translation>
    </message>
    <message>
        <source>rgb</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>true colour</source>
        <translation>color verdadero</translation>
    </message>
    <message>
        <source>false colour</source>
        <translation>falso color</translation>
    </message>
    <message>
        <source>infrared</source>
        <translation>infrarrojo</translation>
    </message>
    <message>
        <source>cir</source>
        <translation>CIR</translation>
    </message>
    <message>
        <source>swir</source>
        <translation>SWIR</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>realce</translation>
    </message>
    <message>
        <source>color</source>
        <translation>color</translation>
    </message>
    <message>
        <source>Colour composite</source>
        <translation>Composición en color</translation>
    </message>
    <message>
        <source>Make a picture of three bands of a tile or raster: true colour, infrared or any wavelengths.</source>
        <translation>Crear una imagen con tres bandas de una tesela o un ráster: color verdadero, infrarrojo o cualesquiera longitudes de onda.</translation>
    </message>
    <message>
        <source>Reflectance tile</source>
        <translation>Tesela de reflectancia</translation>
    </message>
    <message>
        <source>A NEON reflectance file: a tile or a flight line (HDF5). Give this or a raster.</source>
        <translation>Un archivo de reflectancia de NEON: una tesela o una línea de vuelo (HDF5). Indicar este o un ráster.</translation>
    </message>
    <message>
        <source>A raster whose bands have wavelengths, such as cleaned reflectance. Give this or a tile.</source>
        <translation>Un ráster cuyas bandas tienen longitudes de onda, como la reflectancia depurada. Indicar este o una tesela.</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>Composición</translation>
    </message>
    <message>
        <source>{} ({:.0f}, {:.0f}, {:.0f} nm)</source>
        <translation>{} ({:.0f}, {:.0f}, {:.0f} nm)</translation>
    </message>
    <message>
        <source>Which wavelengths become red, green and blue.</source>
        <translation>Qué longitudes de onda pasan a ser rojo, verde y azul.</translation>
    </message>
    <message>
        <source>Show only the pixels whose centre lies in this extent. Empty: the whole image.</source>
        <translation>Mostrar solo los píxeles cuyo centro está dentro de esta extensión. Vacío: la imagen entera.</translation>
    </message>
    <message>
        <source>Wavelengths (nm)</source>
        <translation>Longitudes de onda (nm)</translation>
    </message>
    <message>
        <source>Three wavelengths for red, green and blue in place of the composite, such as &quot;670, 550, 470&quot;.</source>
        <translation>Tres longitudes de onda para rojo, verde y azul en lugar de la composición, como «670, 550, 470».</translation>
    </message>
    <message>
        <source>Lower percentile</source>
        <translation>Percentil inferior</translation>
    </message>
    <message>
        <source>Values below it become darkest.</source>
        <translation>Los valores menores toman el tono más oscuro.</translation>
    </message>
    <message>
        <source>Upper percentile</source>
        <translation>Percentil superior</translation>
    </message>
    <message>
        <source>Values above it become brightest.</source>
        <translation>Los valores mayores toman el tono más claro.</translation>
    </message>
    <message>
        <source>The picture to write (GeoTIFF): red, green, blue and opacity, as Byte.</source>
        <translation>La imagen que se escribe (GeoTIFF): rojo, verde, azul y opacidad, como Byte.</translation>
    </message>
    <message>
        <source>Bands used</source>
        <translation>Bandas utilizadas</translation>
    </message>
    <message>
        <source>Red, green, blue: {}</source>
        <translation>Rojo, verde, azul: {}</translation>
    </message>
    <message>
        <source>example</source>
        <translation>ejemplo</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>muestra</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>sintético</translation>
    </message>
    <message>
        <source>Create a demo tile</source>
        <translation>Crear una tesela de demostración</translation>
    </message>
    <message>
        <source>Write a small synthetic reflectance tile in NEON&apos;s format, to try the other algorithms with.</source>
        <translation>Escribir una pequeña tesela de reflectancia sintética en el formato de NEON para probar los demás algoritmos.</translation>
    </message>
    <message>
        <source>Writes a synthetic landscape as a NEON reflectance tile: woodland, fields, bare soil, a river, a road and shadow, with sensor noise, spoilt water-vapour bands and a corner that was not flown.
The spectra are modelled. The file has the structure of a real tile, so that what works with it works with real ones.</source>
        <translation>Escribe un paisaje sintético como tesela de reflectancia de NEON: bosque, campos, suelo desnudo, un río, una carretera y sombra, con ruido del sensor, bandas estropeadas por el vapor de agua y una esquina sin sobrevolar.
Los espectros son modelados. El archivo tiene la estructura de una tesela real, de modo que lo que funciona con él funciona con las reales.</translation>
    </message>
    <message>
        <source>Size (pixels)</source>
        <translation>Tamaño (píxeles)</translation>
    </message>
    <message>
        <source>Width and height of the tile; a pixel is 1 m wide. Real tiles have 1000 by 1000 pixels.</source>
        <translation>Anchura y altura de la tesela; un píxel mide 1 m de ancho. Las teselas reales tienen 1000 por 1000 píxeles.</translation>
    </message>
    <message>
        <source>Storage layout</source>
        <translation>Disposición del almacenamiento</translation>
    </message>
    <message>
        <source>Whole bands (files since 2022)</source>
        <translation>Bandas enteras (archivos desde 2022)</translation>
    </message>
    <message>
        <source>Small blocks (files to 2021)</source>
        <translation>Bloques pequeños (archivos hasta 2021)</translation>
    </message>
    <message>
        <source>How the values are divided into compressed chunks. The values are the same.</source>
        <translation>Cómo se reparten los valores en bloques comprimidos. Los valores son los mismos.</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Semilla aleatoria</translation>
    </message>
    <message>
        <source>Another seed gives another landscape.</source>
        <translation>Otra semilla da otro paisaje.</translation>
    </message>
    <message>
        <source>Demo tile</source>
        <translation>Tesela de demostración</translation>
    </message>
    <message>
        <source>The HDF5 file to write.</source>
        <translation>El archivo HDF5 que se escribe.</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>metadatos</translation>
    </message>
    <message>
        <source>information</source>
        <translation>información</translation>
    </message>
    <message>
        <source>wavelengths</source>
        <translation>longitudes de onda</translation>
    </message>
    <message>
        <source>Inspect a tile</source>
        <translation>Inspeccionar una tesela</translation>
    </message>
    <message>
        <source>List what a NEON reflectance tile holds: place, date, bands, no data, weather, layers.</source>
        <translation>Enumerar lo que contiene una tesela de reflectancia de NEON: lugar, fecha, bandas, píxeles sin datos, tiempo, capas.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>A page with all that was found (HTML); it needs no network.</source>
        <translation>Una página con todo lo encontrado (HTML); no necesita conexión a la red.</translation>
    </message>
    <message>
        <source>EPSG code</source>
        <translation>Código EPSG</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Share of pixels without data</source>
        <translation>Proporción de píxeles sin datos</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sitio</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Days of acquisition</source>
        <translation>Días de adquisición</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>grupo</translation>
    </message>
    <message>
        <source>K-means clustering</source>
        <translation>Agrupamiento k-medias</translation>
    </message>
    <message>
        <source>Classify the pixels of a raster into classes of similar spectra.</source>
        <translation>Clasificar los píxeles de un ráster en clases de espectros similares.</translation>
    </message>
    <message>
        <source>Groups the pixels of a raster with several bands into classes: each pixel belongs to the class whose mean spectrum (centre) is nearest, and each centre is the mean of its pixels.
Pixels without data in any band stay without class. Classes are numbered from 1, dark to bright.
The centres are a table that another run can start from, on this or on another image. A cancelled run leaves the centres of its last iteration there.
K-means suits classes of similar spread; the result depends on the start.</source>
        <translation>Agrupa los píxeles de un ráster de varias bandas en clases: cada píxel pertenece a la clase cuyo espectro medio (centroide) está más cerca, y cada centroide es la media de sus píxeles.
Los píxeles sin datos en alguna banda quedan sin clase. Las clases se numeran desde 1, de oscura a clara.
Los centroides forman una tabla de la que puede partir otra ejecución, con esta u otra imagen. Una ejecución cancelada deja allí los centroides de su última iteración.
El método de k-medias es adecuado para clases de dispersión similar; el resultado depende del inicio.</translation>
    </message>
    <message>
        <source>A raster with one or more bands, such as cleaned reflectance or principal components.</source>
        <translation>Un ráster con una o más bandas, como la reflectancia depurada o las componentes principales.</translation>
    </message>
    <message>
        <source>tutorial</source>
        <translation>tutorial</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>workflow</source>
        <translation>flujo de trabajo</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Tutorial: clean, k-means, PCA</source>
        <translation>Tutorial: depuración, k-medias, ACP</translation>
    </message>
    <message>
        <source>Do all steps of NEON&apos;s tutorial on unsupervised classification with its settings.</source>
        <translation>Realizar todos los pasos del tutorial de NEON sobre clasificación no supervisada con sus ajustes.</translation>
    </message>
    <message>
        <source>Cleans the reflectance of a tile, classifies it by k-means from the start that NEON&apos;s tutorial takes, and computes principal components: the steps of the tutorial, one after the other, with its settings.
A copy of this model is a good start for own models. Classify tiles does the same faster, without the cleaned raster between the steps.</source>
        <translation>Depura la reflectancia de una tesela, la clasifica mediante k-medias desde el mismo inicio que el tutorial de NEON y calcula componentes principales: los pasos del tutorial, uno tras otro, con sus ajustes.
Una copia de este modelo es un buen punto de partida para modelos propios. «Clasificar teselas» hace lo mismo más rápido, sin el ráster depurado entre los pasos.</translation>
    </message>
    <message>
        <source>K-means on principal components</source>
        <translation>K-medias sobre componentes principales</translation>
    </message>
    <message>
        <source>Classify the pixels of a tile by their principal components instead of their bands.</source>
        <translation>Clasificar los píxeles de una tesela por sus componentes principales en lugar de por sus bandas.</translation>
    </message>
    <message>
        <source>Cleans the reflectance of a tile, computes principal components and classifies their scores by k-means.
The first components hold nearly all differences between pixels, and what is left out is mostly noise. With nearly all of the variance kept, the classes are nearly those of the bands.</source>
        <translation>Depura la reflectancia de una tesela, calcula componentes principales y clasifica sus puntuaciones mediante k-medias.
Las primeras componentes contienen casi todas las diferencias entre píxeles, y lo que queda fuera es sobre todo ruido. Si se conserva casi toda la varianza, las clases son casi las mismas que las de las bandas.</translation>
    </message>
    <message>
        <source>Clean and mask vegetation by NDVI, then k-means</source>
        <translation>Depurar y enmascarar la vegetación por NDVI, luego k-medias</translation>
    </message>
    <message>
        <source>Classify only the vegetation of a tile, found by its vegetation index (NDVI).</source>
        <translation>Clasificar solo la vegetación de una tesela, hallada por su índice de vegetación (NDVI).</translation>
    </message>
    <message>
        <source>Cleans the reflectance of a tile, computes the normalised difference vegetation index (NDVI) from the bands near 669 and 830 nm, and classifies only pixels whose index exceeds a threshold. All others have no data in the class map.
Without water, roofs and soil, the classes tell kinds and states of vegetation apart. The index does not know shadow: dark vegetation may fall on either side of the threshold.</source>
        <translation>Depura la reflectancia de una tesela, calcula el índice de vegetación de diferencia normalizada (NDVI) con las bandas cercanas a 669 y 830 nm, y clasifica solo los píxeles cuyo índice supera un umbral. Todos los demás quedan sin datos en el mapa de clases.
Sin agua, tejados ni suelo, las clases distinguen tipos y estados de la vegetación. El índice no reconoce la sombra: la vegetación oscura puede quedar a un lado u otro del umbral.</translation>
    </message>
    <message>
        <source>NEON AOP HDF5 (*.h5 *.hdf5);;All files (*)</source>
        <translation>NEON AOP HDF5 (*.h5 *.hdf5);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>A NEON reflectance file: a tile (DP3.30006.001 or .002) or a flight line (DP1.30006.001).</source>
        <translation>Un archivo de reflectancia de NEON: una tesela (DP3.30006.001 o .002) o una línea de vuelo (DP1.30006.001).</translation>
    </message>
    <message>
        <source>Bands to remove</source>
        <translation>Bandas que se eliminan</translation>
    </message>
    <message>
        <source>As NEON&apos;s tutorial: water vapour, the first 10 and the last 15</source>
        <translation>Como el tutorial de NEON: vapor de agua, las primeras 10 y las últimas 15</translation>
    </message>
    <message>
        <source>Only inside the water-vapour windows</source>
        <translation>Solo dentro de las ventanas de vapor de agua</translation>
    </message>
    <message>
        <source>0 removes the same bands as NEON&apos;s tutorial: those in the water-vapour windows and the one before each, the first 10 and the last 15. 1 removes only bands whose centre lies inside the windows.</source>
        <translation>0 elimina las mismas bandas que el tutorial de NEON: las que están en las ventanas de vapor de agua y la anterior a cada una, las primeras 10 y las últimas 15. 1 elimina solo las bandas cuyo centro está dentro de las ventanas.</translation>
    </message>
    <message>
        <source>Keep every n-th band</source>
        <translation>Conservar una de cada n bandas</translation>
    </message>
    <message>
        <source>Of the remaining bands, keep every n-th. Neighbouring bands are much alike: 2 halves time and memory and hardly changes classes. NEON&apos;s tutorial uses 2.</source>
        <translation>De las bandas restantes, conservar una de cada n. Las bandas vecinas se parecen mucho: 2 reduce a la mitad el tiempo y la memoria y apenas cambia las clases. El tutorial de NEON usa 2.</translation>
    </message>
    <message>
        <source>Bands to remove at the short end</source>
        <translation>Bandas que se eliminan en el extremo de onda corta</translation>
    </message>
    <message>
        <source>In place of what the band rule removes there.</source>
        <translation>En lugar de lo que la regla de bandas elimina allí.</translation>
    </message>
    <message>
        <source>Bands to remove at the long end</source>
        <translation>Bandas que se eliminan en el extremo de onda larga</translation>
    </message>
    <message>
        <source>Windows to remove (nm)</source>
        <translation>Ventanas que se eliminan (nm)</translation>
    </message>
    <message>
        <source>Ranges of wavelengths without usable bands, such as &quot;1340-1445, 1790-1955&quot;. Empty: those of the file.</source>
        <translation>Intervalos de longitudes de onda sin bandas utilizables, como «1340-1445, 1790-1955». Vacío: los del archivo.</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>How many classes to look for. Not used when starting from a centres file, which has its own number.</source>
        <translation>Cuántas clases se buscan. No se usa al partir de un archivo de centroides, que tiene su propio número.</translation>
    </message>
    <message>
        <source>Maximum iterations</source>
        <translation>Máximo de iteraciones</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>NEON&apos;s tutorial (diagonal of the data range)</source>
        <translation>Tutorial de NEON (diagonal del intervalo de los datos)</translation>
    </message>
    <message>
        <source>0 chooses well-separated pixels at random, repeatably. 1 starts and ends as NEON&apos;s tutorial with SPy does. 2 goes on from the centres of an earlier run, of this or another image.</source>
        <translation>0 elige al azar, de forma repetible, píxeles bien separados. 1 empieza y termina como el tutorial de NEON con SPy. 2 continúa desde los centroides de una ejecución anterior, con esta u otra imagen.</translation>
    </message>
    <message>
        <source>Centres file to start from</source>
        <translation>Archivo de centroides del que partir</translation>
    </message>
    <message>
        <source>Share of variance to keep</source>
        <translation>Proporción de varianza que se conserva</translation>
    </message>
    <message>
        <source>Keep the fewest components that hold this share of the variance of all bands.</source>
        <translation>Conservar el menor número de componentes que contengan esta proporción de la varianza de todas las bandas.</translation>
    </message>
    <message>
        <source>Keep so many components, whatever their share. 0: as the share of variance says.</source>
        <translation>Conservar este número de componentes, sea cual sea su proporción. 0: según la proporción de varianza.</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <source>Only pixels under a clear sky (weather quality 1)</source>
        <translation>Solo píxeles bajo cielo despejado (calidad meteorológica 1)</translation>
    </message>
    <message>
        <source>Leave out pixels recorded when clouds covered more than 10 % of the sky, or when that is not known.</source>
        <translation>Omitir los píxeles registrados cuando las nubes cubrían más del 10 % del cielo, o cuando eso no se sabe.</translation>
    </message>
    <message>
        <source>Memory for the pixels; what exceeds it goes to a scratch file in the temporary folder of Processing, which is slower on a slow disk. 0: what is free, within reason.</source>
        <translation>Memoria para los píxeles; lo que la supera va a un archivo de trabajo en la carpeta temporal de Procesos, lo que es más lento en un disco lento. 0: la que esté libre, dentro de lo razonable.</translation>
    </message>
    <message>
        <source>Dask scheduler</source>
        <translation>Planificador de Dask</translation>
    </message>
    <message>
        <source>Address of the scheduler of a Dask cluster, such as tcp://127.0.0.1:8786, whose workers read the tiles and keep them in memory; they must find the tiles under the same paths. The result is the same. Only name a cluster that you trust: it can run any code on this machine. Empty: this machine works.</source>
        <translation>Dirección del planificador de un clúster de Dask, como tcp://127.0.0.1:8786, cuyos procesos leen las teselas y las mantienen en memoria; deben encontrar las teselas en las mismas rutas. El resultado es el mismo. Indicar solo un clúster de confianza: puede ejecutar cualquier código en este equipo. Vacío: trabaja este equipo.</translation>
    </message>
    <message>
        <source>The class raster to write (GeoTIFF): classes from 1, 0 where there is no data.</source>
        <translation>El ráster de clases que se escribe (GeoTIFF): clases desde 1, 0 donde no hay datos.</translation>
    </message>
    <message>
        <source>A table of the mean spectrum of each class with its pixels and area; another run can start from it.</source>
        <translation>Una tabla del espectro medio de cada clase con sus píxeles y su superficie; otra ejecución puede partir de ella.</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iteraciones</translation>
    </message>
    <message>
        <source>Pixels moved in the last iteration</source>
        <translation>Píxeles que cambiaron en la última iteración</translation>
    </message>
    <message>
        <source>K-means, {} classes - {}</source>
        <translation>K-medias, {} clases - {}</translation>
    </message>
    <message>
        <source>The raster of scores to write (GeoTIFF, Float32): a band for each component.</source>
        <translation>El ráster de puntuaciones que se escribe (GeoTIFF, Float32): una banda por cada componente.</translation>
    </message>
    <message>
        <source>Eigenvalues</source>
        <translation>Valores propios</translation>
    </message>
    <message>
        <source>A table of all components: eigenvalue, share of the variance, cumulative share.</source>
        <translation>Una tabla de todas las componentes: valor propio, proporción de la varianza, proporción acumulada.</translation>
    </message>
    <message>
        <source>Loadings</source>
        <translation>Cargas</translation>
    </message>
    <message>
        <source>A table of the weight of each wavelength in each component that is kept.</source>
        <translation>Una tabla del peso de cada longitud de onda en cada componente conservada.</translation>
    </message>
    <message>
        <source>Means, loadings and wavelengths, to compute the same components of another image.</source>
        <translation>Medias, cargas y longitudes de onda, para calcular las mismas componentes de otra imagen.</translation>
    </message>
    <message>
        <source>Share of variance kept</source>
        <translation>Proporción de varianza conservada</translation>
    </message>
    <message>
        <source>A page with charts, tables, pictures and all parameters (HTML); it needs no network.</source>
        <translation>Una página con gráficos, tablas, imágenes y todos los parámetros (HTML); no necesita conexión a la red.</translation>
    </message>
    <message>
        <source>eigenvalues</source>
        <translation>valores propios</translation>
    </message>
    <message>
        <source>eigenvectors</source>
        <translation>vectores propios</translation>
    </message>
    <message>
        <source>Reduce the bands of a raster to the few principal components that hold most of its variance.</source>
        <translation>Reducir las bandas de un ráster a las pocas componentes principales que contienen la mayor parte de su varianza.</translation>
    </message>
    <message>
        <source>Computes the principal components of a raster with several bands: uncorrelated combinations of bands, the one with the largest variance first.
Scores are centred and not whitened. The largest loading of each component is positive. Pixels without data in any band stay without data.
The model keeps all that is needed to compute the same components of another image.</source>
        <translation>Calcula las componentes principales de un ráster de varias bandas: combinaciones de bandas no correlacionadas, primero la de mayor varianza.
Las puntuaciones están centradas y no se igualan sus varianzas. La mayor carga de cada componente es positiva. Los píxeles sin datos en alguna banda siguen sin datos.
El modelo guarda todo lo necesario para calcular las mismas componentes de otra imagen.</translation>
    </message>
    <message>
        <source>A raster with several bands, such as cleaned reflectance.</source>
        <translation>Un ráster de varias bandas, como la reflectancia depurada.</translation>
    </message>
    <message>
        <source>NEON AOP hyperspectral</source>
        <translation>NEON AOP hiperespectral</translation>
    </message>
    <message>
        <source>The worker {worker} has no h5py, which reads the tiles; install it there with: python -m pip install h5py.</source>
        <translation>El proceso {worker} no tiene h5py, que lee las teselas; instalarlo allí con: python -m pip install h5py.</translation>
    </message>
    <message>
        <source>The worker {worker} cannot read {path} ({reason}); put the tiles in a folder that is under the same path on this machine and on all workers.</source>
        <translation>El proceso {worker} no puede leer {path} ({reason}); poner las teselas en una carpeta que tenga la misma ruta en este equipo y en todos los procesos.</translation>
    </message>
    <message>
        <source>The worker {worker} finds another file at {path}, of {found:,} instead of {size:,} bytes.</source>
        <translation>El proceso {worker} encuentra otro archivo en {path}, de {found:,} bytes en lugar de {size:,}.</translation>
    </message>
    <message>
        <source>The Dask scheduler is {address!r}; give its address as it prints it, such as tcp://127.0.0.1:8786.</source>
        <translation>El planificador de Dask es {address!r}; indicar su dirección tal como él la muestra, por ejemplo tcp://127.0.0.1:8786.</translation>
    </message>
    <message>
        <source>A Dask cluster needs the Python package distributed, which is not installed for the Python of QGIS; install it with: python -m pip install distributed</source>
        <translation>Un clúster de Dask necesita el paquete de Python distributed, que no está instalado para el Python de QGIS; instalarlo con: python -m pip install distributed</translation>
    </message>
    <message>
        <source>No Dask scheduler answers at {address} ({reason}); start one with dask scheduler, or check the address and the firewall.</source>
        <translation>Ningún planificador de Dask responde en {address} ({reason}); iniciar uno con dask scheduler o comprobar la dirección y el cortafuegos.</translation>
    </message>
    <message>
        <source>The Dask cluster has no workers; start some with dask worker and the scheduler&apos;s address.</source>
        <translation>El clúster de Dask no tiene procesos; iniciar algunos con dask worker y la dirección del planificador.</translation>
    </message>
    <message>
        <source>the scheduler</source>
        <translation>el planificador</translation>
    </message>
    <message>
        <source>the worker {address}</source>
        <translation>el proceso {address}</translation>
    </message>
    <message>
        <source>The Dask cluster does not fit: {what} on {who}; install the same version on both.</source>
        <translation>El clúster de Dask no es compatible. {what} en {who}; instalar la misma versión en ambos.</translation>
    </message>
    <message>
        <source>{name} is {here} here, but {there}</source>
        <translation>{name}: {here} aquí, pero {there}</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check the path.</source>
        <translation>No se puede leer {path} ({reason}); comprobar la ruta.</translation>
    </message>
    <message>
        <source>The Dask cluster lost {workers}; {tiles} tile(s) are read again by other workers.</source>
        <translation>El clúster de Dask ha perdido {workers}; otros procesos leen de nuevo {tiles} tesela(s).</translation>
    </message>
    <message>
        <source>{losses} workers of the Dask cluster were lost while they worked on {tile}, perhaps for lack of memory; see their logs.</source>
        <translation>Se perdieron {losses} procesos del clúster de Dask mientras trabajaban en {tile}, quizá por falta de memoria; ver sus registros.</translation>
    </message>
    <message>
        <source>Memory is {megabytes} MB; it must be 0 (what is free) or more.</source>
        <translation>«Memoria» es {megabytes} MB; debe ser 0 (la que esté libre) o más.</translation>
    </message>
    <message>
        <source>{need}, in memory.</source>
        <translation>{need}, en memoria.</translation>
    </message>
    <message>
        <source>{need}. With {memory:.2f} GB of memory, {beyond:.2f} GB must go to scratch files in {folder}, where {free:.2f} GB are free; free some space, allow more memory, keep fewer bands or read fewer tiles.</source>
        <translation>{need}. Con {memory:.2f} GB de memoria, {beyond:.2f} GB deben ir a archivos de trabajo en {folder}, donde hay {free:.2f} GB libres; liberar espacio, permitir más memoria, conservar menos bandas o leer menos teselas.</translation>
    </message>
    <message>
        <source>{need}. With {memory:.2f} GB of memory, {beyond:.2f} GB go to scratch files in {folder}.</source>
        <translation>{need}. Con {memory:.2f} GB de memoria, {beyond:.2f} GB van a archivos de trabajo en {folder}.</translation>
    </message>
    <message>
        <source>Scratch files cannot be made in {folder} ({reason}); free some space there, allow more memory, or set another temporary folder.</source>
        <translation>No se pueden crear archivos de trabajo en {folder} ({reason}); liberar espacio allí, permitir más memoria o configurar otra carpeta temporal.</translation>
    </message>
    <message>
        <source>True colour</source>
        <translation>Color verdadero</translation>
    </message>
    <message>
        <source>Colour infrared</source>
        <translation>Infrarrojo en color</translation>
    </message>
    <message>
        <source>Shortwave infrared, near infrared, red</source>
        <translation>Infrarrojo de onda corta, infrarrojo cercano, rojo</translation>
    </message>
    <message>
        <source>False colour</source>
        <translation>Falso color</translation>
    </message>
    <message>
        <source>{path}: {what} cannot be read{detail}; the file is damaged or not complete, download it again.</source>
        <translation>{path}: no se puede leer {what}{detail}; el archivo está dañado o incompleto, descargarlo de nuevo.</translation>
    </message>
    <message>
        <source>{path}: GDAL cannot read {what}{detail}; download it again in case it is damaged, or install h5py, which reads more kinds of files, with: python -m pip install h5py</source>
        <translation>{path}: GDAL no puede leer {what}{detail}; descargar el archivo de nuevo por si está dañado, o instalar h5py, que lee más tipos de archivos, con: python -m pip install h5py</translation>
    </message>
    <message>
        <source>this HDF5 file of {size:,} bytes</source>
        <translation>este archivo HDF5 de {size:,} bytes</translation>
    </message>
    <message>
        <source>{path} is being written by another program; wait until it is done, or close it there.</source>
        <translation>Otro programa está escribiendo {path}; esperar a que termine o cerrarlo allí.</translation>
    </message>
    <message>
        <source>{path} cannot be opened, because its folder knows no file locks, which HDF5 wants; set the environment variable HDF5_USE_FILE_LOCKING to FALSE and start QGIS again, or copy the file to another folder.</source>
        <translation>No se puede abrir {path}, porque su carpeta no admite bloqueos de archivos, que HDF5 exige; poner la variable de entorno HDF5_USE_FILE_LOCKING en FALSE y reiniciar QGIS, o copiar el archivo a otra carpeta.</translation>
    </message>
    <message>
        <source>{path}: {name} has the shape {shape}, which no NEON file has; the file is damaged, download it again.</source>
        <translation>{path}: {name} tiene las dimensiones {shape}, que no tiene ningún archivo de NEON; el archivo está dañado, descargarlo de nuevo.</translation>
    </message>
    <message>
        <source>{path}: {name} holds {found} instead of numbers; the file is damaged, download it again.</source>
        <translation>{path}: {name} contiene {found} en lugar de números; el archivo está dañado, descargarlo de nuevo.</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>otra cosa</translation>
    </message>
    <message>
        <source>Reading NEON&apos;s files needs h5py, or GDAL with its {driver} driver, and neither is there; install h5py with: python -m pip install h5py</source>
        <translation>Para leer los archivos de NEON hace falta h5py, o GDAL con su controlador {driver}, y no está ninguno; instalar h5py con: python -m pip install h5py</translation>
    </message>
    <message>
        <source>h5py does not import; install it with: python -m pip install h5py</source>
        <translation>h5py no se puede importar; instalarlo con: python -m pip install h5py</translation>
    </message>
    <message>
        <source>the attribute {name} of {path}</source>
        <translation>el atributo {name} de {path}</translation>
    </message>
    <message>
        <source>{name} from {corner} on</source>
        <translation>{name} desde {corner}</translation>
    </message>
    <message>
        <source>wrong length</source>
        <translation>longitud incorrecta</translation>
    </message>
    <message>
        <source>not what was compressed</source>
        <translation>no es lo que se comprimió</translation>
    </message>
    <message>
        <source>{path} does not exist; check the path.</source>
        <translation>{path} no existe; comprobar la ruta.</translation>
    </message>
    <message>
        <source>{path} is a folder; choose a NEON reflectance file (.h5) in it.</source>
        <translation>{path} es una carpeta; elegir en ella un archivo de reflectancia de NEON (.h5).</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check its permissions.</source>
        <translation>No se puede leer {path} ({reason}); comprobar sus permisos.</translation>
    </message>
    <message>
        <source>{path} is empty (0 bytes); download it again.</source>
        <translation>{path} está vacío (0 bytes); descargarlo de nuevo.</translation>
    </message>
    <message>
        <source>{path} is not an HDF5 file (it starts with &quot;{start}&quot;); choose a NEON reflectance file (.h5), or download it again if it should be one.</source>
        <translation>{path} no es un archivo HDF5 (empieza por «{start}»); elegir un archivo de reflectancia de NEON (.h5), o descargarlo de nuevo si debería serlo.</translation>
    </message>
    <message>
        <source>1 - less than 10 % cloud</source>
        <translation>1 - menos del 10 % de nubes</translation>
    </message>
    <message>
        <source>2 - 10 to 50 % cloud</source>
        <translation>2 - del 10 al 50 % de nubes</translation>
    </message>
    <message>
        <source>3 - more than 50 % cloud</source>
        <translation>3 - más del 50 % de nubes</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>{tile} has no layer {layer}. Its layers are: {listed}. Choose one of these, or another file.</source>
        <translation>{tile} no tiene la capa {layer}. Capas disponibles: {listed}. Elegir una de ellas u otro archivo.</translation>
    </message>
    <message>
        <source>{layer}, stored as {type}.</source>
        <translation>{layer}, almacenada como {type}.</translation>
    </message>
    <message>
        <source>, unit {unit}</source>
        <translation>, unidad {unit}</translation>
    </message>
    <message>
        <source>The file says: &quot;{description}&quot;{unit}.</source>
        <translation>El archivo dice: «{description}»{unit}.</translation>
    </message>
    <message>
        <source>{tile}: {layer} has the shape {shape} and cannot be understood; the file is damaged or of a new kind.</source>
        <translation>{tile}: {layer} tiene las dimensiones {shape} y no se puede interpretar; el archivo está dañado o es de un tipo nuevo.</translation>
    </message>
    <message>
        <source>{kept} of {bands} bands kept, {first:.1f} to {last:.1f} nm, without {windows} nm.</source>
        <translation>{kept} de {bands} bandas conservadas, de {first:.1f} a {last:.1f} nm, sin {windows} nm.</translation>
    </message>
    <message>
        <source>These are one in {factor} of the good bands.</source>
        <translation>Son una de cada {factor} de las bandas buenas.</translation>
    </message>
    <message>
        <source>{path}: {name} holds damaged data (a chunk: {error}); download the file again.</source>
        <translation>{path}: {name} contiene datos dañados (un bloque: {error}); descargar el archivo de nuevo.</translation>
    </message>
    <message>
        <source>The size is {size}; it must be {smallest} to {largest} pixels.</source>
        <translation>El tamaño es {size}; debe ser de {smallest} a {largest} píxeles.</translation>
    </message>
    <message>
        <source>The layout is &quot;{layout}&quot;; it must be one of {layouts}.</source>
        <translation>La disposición es «{layout}»; debe ser una de {layouts}.</translation>
    </message>
    <message>
        <source>The seed is {seed}; it must be 0 or more.</source>
        <translation>La semilla es {seed}; debe ser 0 o más.</translation>
    </message>
    <message>
        <source>{path} is not a NEON reflectance file: {found}. Choose a file of the product DP3.30006.001, DP3.30006.002 or DP1.30006.001.</source>
        <translation>{path} no es un archivo de reflectancia de NEON: {found}. Elegir un archivo del producto DP3.30006.001, DP3.30006.002 o DP1.30006.001.</translation>
    </message>
    <message>
        <source>{path}: {found}; the file is damaged, download it again.</source>
        <translation>{path}: {found}; el archivo está dañado, descargarlo de nuevo.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Cuadrícula</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Weather quality</source>
        <translation>Calidad meteorológica</translation>
    </message>
    <message>
        <source>not in this file</source>
        <translation>no está en este archivo</translation>
    </message>
    <message>
        <source>Ancillary layers</source>
        <translation>Capas auxiliares</translation>
    </message>
    <message>
        <source>Bands that the rule of NEON&apos;s tutorial leaves out</source>
        <translation>Bandas que descarta la regla del tutorial de NEON</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>Fecha de adquisición</translation>
    </message>
    <message>
        <source>Flight lines</source>
        <translation>Líneas de vuelo</translation>
    </message>
    <message>
        <source>{columns} columns x {rows} rows</source>
        <translation>{columns} columnas x {rows} filas</translation>
    </message>
    <message>
        <source>{share} % of the pixels, by {band}</source>
        <translation>{share} % de los píxeles, según {band}</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation>Píxel</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Sistema de coordenadas</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Sin datos</translation>
    </message>
    <message>
        <source>{count} by the rule of NEON&apos;s tutorial</source>
        <translation>{count} según la regla del tutorial de NEON</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Wavelengths</source>
        <translation>Longitudes de onda</translation>
    </message>
    <message>
        <source>Water vapour</source>
        <translation>Vapor de agua</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservadas</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otra</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>{type}, reflectance x {factor}</source>
        <translation>{type}, reflectancia x {factor}</translation>
    </message>
    <message>
        <source>No data value</source>
        <translation>Valor sin datos</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>{size} MB when not compressed</source>
        <translation>{size} MB sin comprimir</translation>
    </message>
    <message>
        <source>contiguous</source>
        <translation>contigua</translation>
    </message>
    <message>
        <source>bands ({sizes})</source>
        <translation>bandas ({sizes})</translation>
    </message>
    <message>
        <source>blocks ({sizes})</source>
        <translation>bloques ({sizes})</translation>
    </message>
    <message>
        <source>among the first {count}</source>
        <translation>entre las primeras {count}</translation>
    </message>
    <message>
        <source>among the last {count}</source>
        <translation>entre las últimas {count}</translation>
    </message>
    <message>
        <source>water vapour, {low}-{high} nm</source>
        <translation>vapor de agua, {low}-{high} nm</translation>
    </message>
    <message>
        <source>last before water vapour</source>
        <translation>última antes del vapor de agua</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>How much of the sky was covered by cloud while the pixel was recorded; 0 where that is not known.</source>
        <translation>Qué parte del cielo cubrían las nubes cuando se registró el píxel; 0 donde no se conoce.</translation>
    </message>
    <message>
        <source>Acquisition date</source>
        <translation>Fecha de adquisición</translation>
    </message>
    <message>
        <source>Only in DP3.30006.002.</source>
        <translation>Solo en DP3.30006.002.</translation>
    </message>
    <message>
        <source>Aerosol optical thickness</source>
        <translation>Espesor óptico de aerosoles</translation>
    </message>
    <message>
        <source>It has no unit, also where a file says degrees.</source>
        <translation>No tiene unidad, aunque un archivo diga grados.</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>Orientación</translation>
    </message>
    <message>
        <source>Cast shadow</source>
        <translation>Sombra proyectada</translation>
    </message>
    <message>
        <source>1 is shadow. On some flight lines it holds nothing but 1.</source>
        <translation>1 es sombra. En algunas líneas de vuelo solo contiene 1.</translation>
    </message>
    <message>
        <source>Dark dense vegetation</source>
        <translation>Vegetación densa oscura</translation>
    </message>
    <message>
        <source>Data selection index</source>
        <translation>Índice de selección de datos</translation>
    </message>
    <message>
        <source>Tells which flight line each pixel comes from.</source>
        <translation>Indica de qué línea de vuelo procede cada píxel.</translation>
    </message>
    <message>
        <source>Haze, cloud and water map</source>
        <translation>Mapa de bruma, nubes y agua</translation>
    </message>
    <message>
        <source>Illumination factor</source>
        <translation>Factor de iluminación</translation>
    </message>
    <message>
        <source>The cosine of the angle of the sun&apos;s light to the ground, often times 100; files say degrees.</source>
        <translation>El coseno del ángulo de la luz solar con el suelo, a menudo por 100; los archivos dicen grados.</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>Longitud del trayecto</translation>
    </message>
    <message>
        <source>Sky view factor</source>
        <translation>Factor de visión del cielo</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Smooth surface elevation</source>
        <translation>Elevación de la superficie suavizada</translation>
    </message>
    <message>
        <source>Some files describe it as the average solar zenith angle.</source>
        <translation>Algunos archivos la describen como el ángulo cenital solar medio.</translation>
    </message>
    <message>
        <source>To-sensor azimuth angle</source>
        <translation>Ángulo acimutal hacia el sensor</translation>
    </message>
    <message>
        <source>To-sensor zenith angle</source>
        <translation>Ángulo cenital hacia el sensor</translation>
    </message>
    <message>
        <source>Visibility index</source>
        <translation>Índice de visibilidad</translation>
    </message>
    <message>
        <source>Water vapour column</source>
        <translation>Columna de vapor de agua</translation>
    </message>
    <message>
        <source>Values of 1000 or so are centimetres times 1000, also where a file says centimetres.</source>
        <translation>Los valores de alrededor de 1000 son centímetros por 1000, aunque un archivo diga centímetros.</translation>
    </message>
    <message>
        <source>its group {group} holds no dataset Reflectance_Data</source>
        <translation>su grupo {group} no contiene el conjunto de datos Reflectance_Data</translation>
    </message>
    <message>
        <source>The file holds several sites ({listed}); the first is used.</source>
        <translation>El archivo contiene varios sitios ({listed}); se usa el primero.</translation>
    </message>
    <message>
        <source>it holds radiance (DP1.30008.001, group /{root}/Radiance), not reflectance</source>
        <translation>contiene radiancia (DP1.30008.001, grupo /{root}/Radiance), no reflectancia</translation>
    </message>
    <message>
        <source>no groups</source>
        <translation>ningún grupo</translation>
    </message>
    <message>
        <source>no group in it holds a group Reflectance (found: {listed})</source>
        <translation>ninguno de sus grupos contiene un grupo Reflectance (encontrado: {listed})</translation>
    </message>
    <message>
        <source>Reflectance_Data has the shape {shape} instead of (rows, columns, bands)</source>
        <translation>Reflectance_Data tiene las dimensiones {shape} en lugar de (filas, columnas, bandas)</translation>
    </message>
    <message>
        <source>Reflectance_Data holds {type} instead of numbers such as int16</source>
        <translation>Reflectance_Data contiene {type} en lugar de números como int16</translation>
    </message>
    <message>
        <source>Reflectance_Data is empty, with the shape {shape}</source>
        <translation>Reflectance_Data está vacío, con las dimensiones {shape}</translation>
    </message>
    <message>
        <source>Reflectance_Data claims the shape {shape}, {claimed:,.0f} GB, which cannot be in a file of {size:,.1f} MB</source>
        <translation>Reflectance_Data declara las dimensiones {shape}, {claimed:,.0f} GB, lo que no puede caber en un archivo de {size:,.1f} MB</translation>
    </message>
    <message>
        <source>The file gives no Scale_Factor; {factor:g} is assumed.</source>
        <translation>El archivo no indica Scale_Factor; se supone {factor:g}.</translation>
    </message>
    <message>
        <source>The file gives no Data_Ignore_Value; {value:g} is assumed to mean no data.</source>
        <translation>El archivo no indica Data_Ignore_Value; se supone que {value:g} significa sin datos.</translation>
    </message>
    <message>
        <source>Data_Ignore_Value is {value:g}, which {type} numbers cannot be</source>
        <translation>Data_Ignore_Value es {value:g}, un valor que los números de tipo {type} no pueden tener</translation>
    </message>
    <message>
        <source>there are {wavelengths} wavelengths for {count} bands</source>
        <translation>hay {wavelengths} longitudes de onda para {count} bandas</translation>
    </message>
    <message>
        <source>the wavelengths are not positive, ascending numbers</source>
        <translation>las longitudes de onda no son números positivos y ascendentes</translation>
    </message>
    <message>
        <source>the wavelengths go from {first:g} to {last:g} nm and should lie between {shortest:g} and {longest:g} nm</source>
        <translation>las longitudes de onda van de {first:g} a {last:g} nm y deberían estar entre {shortest:g} y {longest:g} nm</translation>
    </message>
    <message>
        <source>The file gives no FWHM; the widths of the bands stay unknown.</source>
        <translation>El archivo no indica FWHM; las anchuras de las bandas no se conocen.</translation>
    </message>
    <message>
        <source>The file gives {widths} values of FWHM for {count} bands; the widths of the bands stay unknown.</source>
        <translation>El archivo indica {widths} valores de FWHM para {count} bandas; las anchuras de las bandas no se conocen.</translation>
    </message>
    <message>
        <source>The wavelengths look like micrometres and are converted to nanometres.</source>
        <translation>Las longitudes de onda parecen micrómetros y se convierten en nanómetros.</translation>
    </message>
    <message>
        <source>The file does not give the unit of the wavelengths; nanometres are assumed.</source>
        <translation>El archivo no indica la unidad de las longitudes de onda; se suponen nanómetros.</translation>
    </message>
    <message>
        <source>Map_Info is &quot;{text}&quot; and cannot be understood</source>
        <translation>Map_Info es «{text}» y no se puede interpretar</translation>
    </message>
    <message>
        <source>Map_Info is &quot;{text}&quot;, with an impossible position or pixel size</source>
        <translation>Map_Info es «{text}», con una posición o un tamaño de píxel imposibles</translation>
    </message>
    <message>
        <source>{path}: Map_Info gives a rotation of {rotation:g} degrees, and only north-up files can be used; warp the file to a north-up grid first.</source>
        <translation>{path}: Map_Info indica una rotación de {rotation:g} grados, y solo se pueden usar archivos orientados al norte; transformar antes el archivo a una cuadrícula orientada al norte.</translation>
    </message>
    <message>
        <source>The file gives no Map_Info; its position is taken from Spatial_Extent_meters.</source>
        <translation>El archivo no indica Map_Info; su posición se toma de Spatial_Extent_meters.</translation>
    </message>
    <message>
        <source>Map_Info places the {rows} x {columns} pixels at {found}, but Spatial_Extent_meters at {extent}</source>
        <translation>Map_Info sitúa los {rows} x {columns} píxeles en {found}, pero Spatial_Extent_meters en {extent}</translation>
    </message>
    <message>
        <source>The file&apos;s EPSG code is {code}, which is taken, but its {source} says {epsg}.</source>
        <translation>El código EPSG del archivo es {code}, que se usa, pero su {source} dice {epsg}.</translation>
    </message>
    <message>
        <source>The file gives no EPSG code; EPSG:{epsg} is derived from its {source}.</source>
        <translation>El archivo no indica código EPSG; EPSG:{epsg} se deduce de {source}.</translation>
    </message>
    <message>
        <source>EPSG:{epsg} is not known to PROJ; the coordinate reference system stays unknown.</source>
        <translation>PROJ no conoce EPSG:{epsg}; el sistema de referencia de coordenadas no se conoce.</translation>
    </message>
    <message>
        <source>The file gives no EPSG code; the coordinate reference system stays unknown.</source>
        <translation>El archivo no indica código EPSG; el sistema de referencia de coordenadas no se conoce.</translation>
    </message>
    <message>
        <source>{name} has the bands 1 to {count}; choose at least one, and only of these.</source>
        <translation>{name} tiene las bandas 1 a {count}; elegir al menos una, y solo entre ellas.</translation>
    </message>
    <message>
        <source>Rows {first_row} to {last_row} and columns {first_column} to {last_column} are not within {name}, which has {rows} rows and {columns} columns.</source>
        <translation>Las filas {first_row} a {last_row} y columnas {first_column} a {last_column} no están dentro de {name}, que tiene {rows} filas y {columns} columnas.</translation>
    </message>
    <message>
        <source>The memory for pixels must be a C-contiguous array {shape} of {dtype}.</source>
        <translation>La memoria para los píxeles debe ser un array C-contiguo {shape} de {dtype}.</translation>
    </message>
    <message>
        <source>The classes of {path} cannot be described ({reason}).</source>
        <translation>No se pueden describir las clases de {path} ({reason}).</translation>
    </message>
    <message>
        <source>{name} was changed after it was cleaned; its values are read as Float32.</source>
        <translation>{name} se modificó después de depurarlo; sus valores se leen como Float32.</translation>
    </message>
    <message>
        <source>{source} cannot be opened as a raster ({reason}).</source>
        <translation>{source} no se puede abrir como ráster ({reason}).</translation>
    </message>
    <message>
        <source>not a known format</source>
        <translation>formato desconocido</translation>
    </message>
    <message>
        <source>{source} is the cube of a NEON file, which GDAL opens sideways, with rows for bands; clean its reflectance and use the raster that this gives.</source>
        <translation>{source} es el cubo de un archivo de NEON, que GDAL abre girado, con filas en lugar de bandas; depurar su reflectancia y usar el ráster resultante.</translation>
    </message>
    <message>
        <source>{source} holds several rasters; add the one you want to the map and choose that layer. A NEON tile (.h5) is first turned into a raster by cleaning its reflectance.</source>
        <translation>{source} contiene varios rásteres; añadir el deseado al mapa y elegir esa capa. Una tesela de NEON (.h5) se convierte antes en un ráster depurando su reflectancia.</translation>
    </message>
    <message>
        <source>{source} has no bands with values; choose another raster.</source>
        <translation>{source} no tiene bandas con valores; elegir otro ráster.</translation>
    </message>
    <message>
        <source>{name} has ground control points but no grid; warp it first.</source>
        <translation>{name} tiene puntos de control pero no una cuadrícula; transformarlo antes.</translation>
    </message>
    <message>
        <source>{name} is rotated or not north up (geotransform {transform}); warp it to a north-up grid first.</source>
        <translation>{name} está girado o no está orientado al norte (geotransformación {transform}); transformarlo antes a una cuadrícula orientada al norte.</translation>
    </message>
    <message>
        <source>{path} cannot be written; the name of a preview must end in .png.</source>
        <translation>No se puede escribir {path}; el nombre de una vista previa debe terminar en .png.</translation>
    </message>
    <message>
        <source>The picture cannot be made ({reason}).</source>
        <translation>No se puede crear la imagen ({reason}).</translation>
    </message>
    <message>
        <source>GDAL gives no reason</source>
        <translation>GDAL no indica el motivo</translation>
    </message>
    <message>
        <source>Band {number} of {name} holds {kind} values; only integers and real numbers can be used. Convert it first.</source>
        <translation>La banda {number} de {name} contiene valores {kind}; solo se pueden usar números enteros y reales. Convertirla primero.</translation>
    </message>
    <message>
        <source>Band {number} of {name} has the scale {scale:g} and the offset {offset:g}, with which nothing can be computed; correct them.</source>
        <translation>La banda {number} de {name} tiene la escala {scale:g} y el desplazamiento {offset:g}, con los que no se puede calcular; corregirlos.</translation>
    </message>
    <message>
        <source>Rows {first_row} to {last_row} of {source} cannot be read ({reason}); the file is damaged or a file it refers to is missing, choose another raster.</source>
        <translation>No se pueden leer las filas {first_row} a {last_row} de {source} ({reason}); el archivo está dañado o falta un archivo al que hace referencia; elegir otro ráster.</translation>
    </message>
    <message>
        <source>{source} needs {needed:.1f} GB of memory but this computer has {memory:.1f} GB; take a smaller part of it or fewer bands.</source>
        <translation>{source} necesita {needed:.1f} GB de memoria, pero este equipo tiene {memory:.1f} GB; tomar una parte más pequeña o menos bandas.</translation>
    </message>
    <message>
        <source>{path} cannot be written; the name of a raster must end in {endings}.</source>
        <translation>No se puede escribir {path}; el nombre de un ráster debe terminar en {endings}.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>{path} is a folder or a device; give the name of a file.</source>
        <translation>{path} es una carpeta o un dispositivo; indicar el nombre de un archivo.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist; create it or choose another one for {path}.</source>
        <translation>La carpeta {folder} no existe; crearla o elegir otra para {path}.</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder {folder} ({reason}); choose another one.</source>
        <translation>No se puede escribir nada en la carpeta {folder} ({reason}); elegir otra.</translation>
    </message>
    <message>
        <source>{path} is written, but not the files that belong beside it ({reason}); close them in other programs and run again.</source>
        <translation>{path} está escrito, pero no los archivos que van a su lado ({reason}); cerrarlos en otros programas y ejecutar de nuevo.</translation>
    </message>
    <message>
        <source>{path} cannot be written because the disk is full; free some space.</source>
        <translation>No se puede escribir {path} porque el disco está lleno; liberar espacio.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}); check the disk or choose another folder.</source>
        <translation>No se puede escribir {path} ({reason}); comprobar el disco o elegir otra carpeta.</translation>
    </message>
    <message>
        <source>{path} cannot be replaced ({reason}); close it in other programs, remove its layer from the map, or choose another name.</source>
        <translation>No se puede reemplazar {path} ({reason}); cerrarlo en otros programas, quitar su capa del mapa o elegir otro nombre.</translation>
    </message>
    <message>
        <source>{path} is no table ({error}); choose a table written by this plugin.</source>
        <translation>{path} no es una tabla ({error}); elegir una tabla escrita por este complemento.</translation>
    </message>
    <message>
        <source>{path} has no rows below a header; choose a table written by this plugin.</source>
        <translation>{path} no tiene filas bajo el encabezado; elegir una tabla escrita por este complemento.</translation>
    </message>
    <message>
        <source>{path}: &quot;{text}&quot; in row {row}, column &quot;{column}&quot;, is not a number; correct it.</source>
        <translation>{path}: «{text}» en la fila {row}, columna «{column}», no es un número; corregirlo.</translation>
    </message>
    <message>
        <source>{path}: the column &quot;{column}&quot; is not a wavelength in nm; keep the columns as written.</source>
        <translation>{path}: la columna «{column}» no es una longitud de onda en nm; dejar las columnas como se escribieron.</translation>
    </message>
    <message>
        <source>an input</source>
        <translation>una entrada</translation>
    </message>
    <message>
        <source>{parameter}: the folder {folder} does not exist; create it or choose another one.</source>
        <translation>{parameter}: la carpeta {folder} no existe; crearla o elegir otra.</translation>
    </message>
    <message>
        <source>{parameter}: {path} is a folder or a device; give the name of a file.</source>
        <translation>{parameter}: {path} es una carpeta o un dispositivo; indicar el nombre de un archivo.</translation>
    </message>
    <message>
        <source>{parameter}: {path} is {other} as well; choose another name.</source>
        <translation>{parameter}: {path} es también {other}; elegir otro nombre.</translation>
    </message>
    <message>
        <source>the file of {parameter}</source>
        <translation>el archivo de {parameter}</translation>
    </message>
    <message>
        <source>{parameter}: {path} would share its style ({ending}) with {other}; choose a name that differs in more than the extension.</source>
        <translation>{parameter}: {path} compartiría su estilo ({ending}) con {other}; elegir un nombre que difiera en algo más que la extensión.</translation>
    </message>
    <message>
        <source>{parameter}: the name of {path} has {length} bytes; choose one of at most {most}.</source>
        <translation>{parameter}: el nombre de {path} tiene {length} bytes; elegir uno de {most} como máximo.</translation>
    </message>
    <message>
        <source>Subset factor is {factor}; it must be 1 or more.</source>
        <translation>«Conservar una de cada n bandas» es {factor}; debe ser 1 o más.</translation>
    </message>
    <message>
        <source>The window {low:g}-{high:g} nm is not a range; give the lower wavelength first.</source>
        <translation>La ventana {low:g}-{high:g} nm no es un intervalo; indicar primero la longitud de onda menor.</translation>
    </message>
    <message>
        <source>No band is left of {count} after removing the first {first}, the last {last} and the windows {windows}; remove fewer.</source>
        <translation>No queda ninguna de las {count} bandas al eliminar las primeras {first}, las últimas {last} y las ventanas {windows}; eliminar menos.</translation>
    </message>
    <message>
        <source>&quot;{item}&quot; is not a range of wavelengths; write for instance &quot;1340-1445, 1790-1955&quot;.</source>
        <translation>«{item}» no es un intervalo de longitudes de onda; escribir, por ejemplo, «1340-1445, 1790-1955».</translation>
    </message>
    <message>
        <source>{wanted_in} has {wanted} bands but {found_in} has {found}, and without wavelengths on both sides they cannot be matched; use images cleaned with the same settings.</source>
        <translation>{wanted_in} tiene {wanted} bandas, pero {found_in} tiene {found}, y sin longitudes de onda en ambos lados no se pueden emparejar; usar imágenes depuradas con los mismos ajustes.</translation>
    </message>
    <message>
        <source>{one} and {other} of {wanted_in} are both {same} of {found_in}; give each wavelength once, or choose an image of the same sensor.</source>
        <translation>{one} y {other} de {wanted_in} corresponden ambas a {same} de {found_in}; indicar cada longitud de onda una sola vez o elegir una imagen del mismo sensor.</translation>
    </message>
    <message>
        <source>The extent {extent} holds no pixel of {name}, which covers {whole}; choose an extent within it, in the same coordinate reference system.</source>
        <translation>La extensión {extent} no contiene ningún píxel de {name}, que abarca {whole}; elegir una extensión dentro de ella, en el mismo sistema de referencia de coordenadas.</translation>
    </message>
    <message>
        <source>x {xmin:.10g} to {xmax:.10g}, y {ymin:.10g} to {ymax:.10g}</source>
        <translation>x {xmin:.10g} a {xmax:.10g}, y {ymin:.10g} a {ymax:.10g}</translation>
    </message>
    <message>
        <source>{one} and {other} lie so far apart that a raster of both would have {width:,} x {height:,} pixels, nearly all of them empty; run the sites apart.</source>
        <translation>{one} y {other} están tan alejadas que un ráster de ambas tendría {width:,} x {height:,} píxeles, casi todos vacíos; procesar los sitios por separado.</translation>
    </message>
    <message>
        <source>{name} has another coordinate reference system than {first}; run tiles of one system at a time.</source>
        <translation>{name} tiene un sistema de referencia de coordenadas distinto del de {first}; procesar juntas solo teselas del mismo sistema.</translation>
    </message>
    <message>
        <source>{name} has pixels of {width:g} x {height:g}, but {first} of {first_width:g} x {first_height:g}; run tiles of one pixel size at a time.</source>
        <translation>{name} tiene píxeles de {width:g} x {height:g}, pero {first} de {first_width:g} x {first_height:g}; procesar juntas solo teselas del mismo tamaño de píxel.</translation>
    </message>
    <message>
        <source>{name} holds values that are too large to compute with (up to {largest:g}); check its no data value.</source>
        <translation>{name} contiene valores demasiado grandes para calcular con ellos (hasta {largest:g}); revisar su valor sin datos.</translation>
    </message>
    <message>
        <source>{name} has no valid pixel: each has no data in some band; check its no data value.</source>
        <translation>{name} no tiene ningún píxel válido: a todos les faltan datos en alguna banda; comprobar su valor sin datos.</translation>
    </message>
    <message>
        <source>{read} of {bands} bands are read, those of {owner}.</source>
        <translation>Se leen {read} de {bands} bandas, las de {owner}.</translation>
    </message>
    <message>
        <source>{name} ({number} of {count})</source>
        <translation>{name} ({number} de {count})</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; cannot be the path of a file; correct it.</source>
        <translation>«{file}» no puede ser la ruta de un archivo; corregirla.</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>la lista</translation>
    </message>
    <message>
        <source>{path} has changed since it was looked at; run again.</source>
        <translation>{path} ha cambiado desde que se examinó; ejecutar de nuevo.</translation>
    </message>
    <message>
        <source>No tile lies in the extent; choose one that overlaps the tiles.</source>
        <translation>Ninguna tesela está en la extensión; elegir una que se solape con las teselas.</translation>
    </message>
    <message>
        <source>{name} lies outside the extent and is left out.</source>
        <translation>{name} está fuera de la extensión y se omite.</translation>
    </message>
    <message>
        <source>{later} overlaps {earlier} ({later_path} and {earlier_path}); where both have data, the latter, which is listed first, counts.</source>
        <translation>{later} se solapa con {earlier} ({later_path} y {earlier_path}); donde ambas tienen datos cuenta la segunda, que figura antes en la lista.</translation>
    </message>
    <message>
        <source>{count} more pairs of tiles overlap.</source>
        <translation>Otros {count} pares de teselas se solapan.</translation>
    </message>
    <message>
        <source>{name} stores reflectance as {type} times {factor:g}, but {first} as {first_type} times {first_factor:g}; run them apart.</source>
        <translation>{name} almacena la reflectancia como {type} por {factor:g}, pero {first} como {first_type} por {first_factor:g}; procesarlas por separado.</translation>
    </message>
    <message>
        <source>{count} tiles</source>
        <translation>{count} teselas</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; does not give three wavelengths in nm; write those for red, green and blue, such as &quot;670, 550, 470&quot;.</source>
        <translation>«{text}» no indica tres longitudes de onda en nm; escribir las de rojo, verde y azul, como «670, 550, 470».</translation>
    </message>
    <message>
        <source>The percentiles of the stretch are {low:g} and {high:g}; they must lie between 0 and 100, the lower one first.</source>
        <translation>Los percentiles del realce son {low:g} y {high:g}; deben estar entre 0 y 100, primero el menor.</translation>
    </message>
    <message>
        <source>The start centres {path} are not used: they count only when k-means starts from a file.</source>
        <translation>Los centroides iniciales {path} no se usan: solo cuentan cuando k-medias parte de un archivo.</translation>
    </message>
    <message>
        <source>{error} Or classify with saved centres, which takes the bands of the table.</source>
        <translation>{error} O usar «Clasificar con centroides guardados», que toma las bandas de la tabla.</translation>
    </message>
    <message>
        <source>Iteration 1: {pixels:,} pixels assigned, squared error {error:.10g}.</source>
        <translation>Iteración 1: {pixels:,} píxeles asignados, error cuadrático {error:.10g}.</translation>
    </message>
    <message>
        <source>There is no valid pixel to cluster.</source>
        <translation>No hay ningún píxel válido que agrupar.</translation>
    </message>
    <message>
        <source>Maximum iterations is {iterations}; it must be 1 or more.</source>
        <translation>«Máximo de iteraciones» es {iterations}; debe ser 1 o más.</translation>
    </message>
    <message>
        <source>Iteration {iteration}: {count} empty class(es) start anew, each at a pixel far from its centre.</source>
        <translation>Iteración {iteration}: {count} clase(s) vacía(s) empiezan de nuevo, cada una en un píxel alejado de su centroide.</translation>
    </message>
    <message>
        <source>{count} of {all} components kept, with {share:.3%} of the variance.</source>
        <translation>{count} de {all} componentes conservadas, con el {share:.3%} de la varianza.</translation>
    </message>
    <message>
        <source>The centres of iteration {iteration} are not kept: {error}</source>
        <translation>Los centros de la iteración {iteration} no se guardan: {error}</translation>
    </message>
    <message>
        <source>The centres of iteration {iteration} are in {path}. To go on from there, start from this centres file.</source>
        <translation>Los centroides de la iteración {iteration} están en {path}. Para continuar desde ahí, partir de este archivo de centroides.</translation>
    </message>
    <message>
        <source>Principal components need the Python package spectral (SPy), which the Python of QGIS cannot import ({error}); the README says how to install it.</source>
        <translation>Las componentes principales necesitan el paquete de Python spectral (SPy), que el Python de QGIS no puede importar ({error}); el README explica cómo instalarlo.</translation>
    </message>
    <message>
        <source>Fraction of variance is {fraction:g}; it must be above 0 and at most 1.</source>
        <translation>«Proporción de varianza que se conserva» es {fraction:g}; debe ser mayor que 0 y como máximo 1.</translation>
    </message>
    <message>
        <source>Components is {components}; there are {bands} bands, so at most as many.</source>
        <translation>«Componentes que se conservan» es {components}; hay {bands} bandas, así que como máximo otras tantas.</translation>
    </message>
    <message>
        <source>{path} is not a JSON file; choose a model that this plugin wrote.</source>
        <translation>{path} no es un archivo JSON; elegir un modelo escrito por este complemento.</translation>
    </message>
    <message>
        <source>{path} is a damaged model: its parts do not fit together; write it again.</source>
        <translation>{path} es un modelo dañado: sus partes no encajan entre sí; escribirlo de nuevo.</translation>
    </message>
    <message>
        <source>The scores of {name} are too large for Float32, so the image or the model holds numbers that are no reflectance; check both.</source>
        <translation>Los valores de los componentes de {name} son demasiado grandes para Float32, de modo que la imagen o el modelo contiene números que no son reflectancias; comprobar ambos.</translation>
    </message>
    <message>
        <source>Wavelength (nm)</source>
        <translation>Longitud de onda (nm)</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Banda</translation>
    </message>
    <message>
        <source>Point at the chart to read values, drag to zoom in, double-click to zoom out.</source>
        <translation>Señalar el gráfico para leer valores, arrastrar para acercar, hacer doble clic para alejar.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation>Ocultar todo</translation>
    </message>
    <message>
        <source>5 to 95 % of pixels</source>
        <translation>5 a 95 % de los píxeles</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Iteración</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Componente</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Carga</translation>
    </message>
    <message>
        <source>Class {number}</source>
        <translation>Clase {number}</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>Lo que dice el archivo</translation>
    </message>
    <message>
        <source>What it does not say</source>
        <translation>Lo que no dice</translation>
    </message>
    <message>
        <source>This file does not say how cloudy the sky was.</source>
        <translation>Este archivo no dice qué nubosidad había.</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Nubosidad</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Proporción (%)</translation>
    </message>
    <message>
        <source>Shares are of the pixels whose weather is known.</source>
        <translation>Las proporciones son de los píxeles cuya calidad meteorológica se conoce.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ninguna.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Dimensiones</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Units and descriptions are those of the file, which are wrong for some layers.</source>
        <translation>Las unidades y descripciones son las del archivo, que en algunas capas son incorrectas.</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>conservada</translation>
    </message>
    <message>
        <source>Width (nm)</source>
        <translation>Anchura (nm)</translation>
    </message>
    <message>
        <source>By the rule of NEON&apos;s tutorial</source>
        <translation>Según la regla del tutorial de NEON</translation>
    </message>
    <message>
        <source>The rule of NEON&apos;s tutorial leaves out:</source>
        <translation>La regla del tutorial de NEON descarta:</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} y {count} más</translation>
    </message>
    <message>
        <source>coordinate system not known</source>
        <translation>sistema de coordenadas no conocido</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>{width} x {height} pixels</source>
        <translation>{width} x {height} píxeles</translation>
    </message>
    <message>
        <source>Valid pixels</source>
        <translation>Píxeles válidos</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>{classes} over {extent}</source>
        <translation>{classes} en {extent}</translation>
    </message>
    <message>
        <source>no pixel moved any more after {iterations}</source>
        <translation>tras {iterations} ya no cambió ningún píxel</translation>
    </message>
    <message>
        <source>{iterations}, {pixels} still moved in the last</source>
        <translation>{iterations}, en la última todavía cambiaron {pixels}</translation>
    </message>
    <message>
        <source>The charts need JavaScript; all tables show without it.</source>
        <translation>Los gráficos necesitan JavaScript; todas las tablas se ven sin él.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Lines are class centres.</source>
        <translation>Las líneas son los centroides de las clases.</translation>
    </message>
    <message>
        <source>Lines are class centres; the shading leaves out the lowest and the highest 5 % of the pixels of a class.</source>
        <translation>Las líneas son los centroides de las clases; el sombreado deja fuera el 5 % más bajo y el más alto de los píxeles de cada clase.</translation>
    </message>
    <message>
        <source>Class spectra</source>
        <translation>Espectros de las clases</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Area (ha)</source>
        <translation>Superficie (ha)</translation>
    </message>
    <message>
        <source>NDVI</source>
        <translation>NDVI</translation>
    </message>
    <message>
        <source>May be</source>
        <translation>Puede ser</translation>
    </message>
    <message>
        <source>“May be” is a guess from the centre of a class alone; check it on the map.</source>
        <translation>«Puede ser» es una conjetura basada solo en el centroide de la clase; comprobarla en el mapa.</translation>
    </message>
    <message>
        <source>Pixels that changed class (log scale)</source>
        <translation>Píxeles que cambiaron de clase (escala logarítmica)</translation>
    </message>
    <message>
        <source>Pixels moved</source>
        <translation>Píxeles que cambiaron</translation>
    </message>
    <message>
        <source>Values of all iterations</source>
        <translation>Valores de todas las iteraciones</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>Convergencia</translation>
    </message>
    <message>
        <source>Share of variance (%, log scale)</source>
        <translation>Proporción de la varianza (%, escala logarítmica)</translation>
    </message>
    <message>
        <source>Up to the dashed line: components that were kept.</source>
        <translation>Hasta la línea discontinua: las componentes conservadas.</translation>
    </message>
    <message>
        <source>Cumulative variance (%)</source>
        <translation>Varianza acumulada (%)</translation>
    </message>
    <message>
        <source>How much each band counts in a component.</source>
        <translation>Cuánto cuenta cada banda en una componente.</translation>
    </message>
    <message>
        <source>Covariance of the bands</source>
        <translation>Covarianza de las bandas</translation>
    </message>
    <message>
        <source>Bands are drawn side by side; the ticks are uneven where some are left out, as in the water vapour windows.</source>
        <translation>Las bandas se dibujan una junto a otra; las marcas son desiguales donde faltan algunas, como en las ventanas del vapor de agua.</translation>
    </message>
    <message>
        <source>Eigenvalue</source>
        <translation>Valor propio</translation>
    </message>
    <message>
        <source>Variance (%)</source>
        <translation>Varianza (%)</translation>
    </message>
    <message>
        <source>Cumulative (%)</source>
        <translation>Acumulada (%)</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>sin indicar</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Cómo se hizo</translation>
    </message>
    <message>
        <source>{path} is not a table of cluster centres: its columns must be {columns} and one for each wavelength in nm.</source>
        <translation>{path} no es una tabla de centroides: sus columnas deben ser {columns} y una por cada longitud de onda en nm.</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>sin identificar</translation>
    </message>
    <message>
        <source>vegetation, dense</source>
        <translation>vegetación densa</translation>
    </message>
    <message>
        <source>vegetation, sparse</source>
        <translation>vegetación dispersa</translation>
    </message>
    <message>
        <source>bare ground or built-up</source>
        <translation>suelo desnudo o edificado</translation>
    </message>
    <message>
        <source>water</source>
        <translation>agua</translation>
    </message>
    <message>
        <source>vegetation, shaded</source>
        <translation>vegetación, en sombra</translation>
    </message>
    <message>
        <source>dark: shadow or water</source>
        <translation>oscuro: sombra o agua</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>claro</translation>
    </message>
    <message>
        <source>Add NEON Tile in True Colour</source>
        <translation>Añadir tesela de NEON en color verdadero</translation>
    </message>
    <message>
        <source>The tile cannot be shown</source>
        <translation>No se puede mostrar la tesela</translation>
    </message>
    <message>
        <source>Classes of components</source>
        <translation>Clases de las componentes</translation>
    </message>
    <message>
        <source>Component scores</source>
        <translation>Puntuaciones de las componentes</translation>
    </message>
    <message>
        <source>How many classes to look for.</source>
        <translation>Cuántas clases se buscan.</translation>
    </message>
    <message>
        <source>Use the fewest components that hold this share of the variance of all bands.</source>
        <translation>Usar el menor número de componentes que contengan esta proporción de la varianza de todas las bandas.</translation>
    </message>
    <message>
        <source>K-means classes</source>
        <translation>Clases de k-medias</translation>
    </message>
    <message>
        <source>NDVI above which a pixel is vegetation</source>
        <translation>NDVI por encima del cual un píxel es vegetación</translation>
    </message>
    <message>
        <source>Classes of vegetation</source>
        <translation>Clases de vegetación</translation>
    </message>
    <message>
        <source>Vegetation index (NDVI)</source>
        <translation>Índice de vegetación (NDVI)</translation>
    </message>
    <message>
        <source>Dense, green vegetation has an index of 0.6 to 0.9, soil one of 0.1 to 0.2, water one below 0.</source>
        <translation>La vegetación densa y verde tiene un índice de 0,6 a 0,9, el suelo de 0,1 a 0,2, el agua inferior a 0.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of {all:,} pixels of {name} are left out.</source>
        <translation>
            <numerusform>Se omite {count} de {all:,} píxeles de {name}.</numerusform>
            <numerusform>Se omiten {count} de {all:,} píxeles de {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>K-means starts from the {count} centres of {path}.</source>
        <translation>
            <numerusform>K-medias parte del {count} centroide de {path}.</numerusform>
            <numerusform>K-medias parte de los {count} centroides de {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of {classes} classes have no pixel.</source>
        <translation>
            <numerusform>{count} de {classes} clases no tiene ningún píxel.</numerusform>
            <numerusform>{count} de {classes} clases no tienen ningún píxel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Iteration {number}: {count} pixels moved ({share:.3%}), squared error {error:.10g}.</source>
        <translation>
            <numerusform>Iteración {number}: cambió {count} píxel ({share:.3%}), error cuadrático {error:.10g}.</numerusform>
            <numerusform>Iteración {number}: {count} píxeles cambiaron ({share:.3%}), error cuadrático {error:.10g}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{bands} of {width} x {height} pixels{extent}; {kept} bands are kept by the rule of NEON&apos;s tutorial, and {nodata} % of the pixels have no data.</source>
        <translation>{bands} de {width} x {height} píxeles{extent}; la regla del tutorial de NEON conserva {kept} bandas, y el {nodata} % de los píxeles no tiene datos.</translation>
    </message>
    <message numerus="yes">
        <source>{count} bands</source>
        <translation>
            <numerusform>{count} banda</numerusform>
            <numerusform>{count} bandas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {count} bands</source>
        <translation>
            <numerusform>La única banda</numerusform>
            <numerusform>Todas las {count} bandas</numerusform>
        </translation>
    </message>
    <message>
        <source>Covariance of each band with each other band, from {lowest} to {largest}</source>
        <translation>Covarianza de cada banda con cada una de las demás, de {lowest} a {largest}</translation>
    </message>
    <message numerus="yes">
        <source>{count} components keep {share} % of the variance</source>
        <translation>
            <numerusform>{count} componente contiene el {share} % de la varianza</numerusform>
            <numerusform>{count} componentes contienen el {share} % de la varianza</numerusform>
        </translation>
    </message>
    <message>
        <source>{area} ha</source>
        <translation>{area} ha</translation>
    </message>
    <message numerus="yes">
        <source>{count} classes</source>
        <translation>
            <numerusform>{count} clase</numerusform>
            <numerusform>{count} clases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of the {wanted} classes have no pixel</source>
        <translation>
            <numerusform>{count} de las {wanted} clases no tiene ningún píxel</numerusform>
            <numerusform>{count} de las {wanted} clases no tienen ningún píxel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} iterations</source>
        <translation>
            <numerusform>{count} iteración</numerusform>
            <numerusform>{count} iteraciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pixels</source>
        <translation>
            <numerusform>{count} píxel</numerusform>
            <numerusform>{count} píxeles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Values of the first {count} components</source>
        <translation>
            <numerusform>Valores de la primera componente</numerusform>
            <numerusform>Valores de las primeras {count} componentes</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the layer</source>
        <translation>Leyendo la capa</translation>
    </message>
    <message>
        <source>Classifying</source>
        <translation>Clasificando</translation>
    </message>
    <message>
        <source>Computing components</source>
        <translation>Calculando las componentes</translation>
    </message>
    <message>
        <source>Reads NEON reflectance tiles (HDF5), leaves out bad bands, groups the pixels into classes by k-means and computes principal components, without intermediate rasters. It gives the same classes and components as cleaning, clustering and principal components in steps.
Several tiles are classified together: a class means the same in all of them.
Pixels without data stay without class. Classes are numbered from 1, dark to bright. The centres are a table that another run can start from; a cancelled run leaves those of its last iteration there.
No tiles yet? Download tiles gets them from NEON; the model Download and classify does both in one step.
The results are added to the map, the classes on top. Processing &gt; Results Viewer lists the report.</source>
        <translation>Lee teselas de reflectancia de NEON (HDF5), descarta las bandas defectuosas, agrupa los píxeles en clases mediante k-medias y calcula componentes principales, sin rásteres intermedios. Da las mismas clases y componentes que la depuración, el agrupamiento y las componentes principales por pasos.
Varias teselas se clasifican juntas: una clase significa lo mismo en todas ellas.
Los píxeles sin datos quedan sin clase. Las clases se numeran desde 1, de oscura a clara. Los centroides forman una tabla de la que puede partir otra ejecución; una ejecución cancelada deja allí los de su última iteración.
¿Aún no hay teselas? «Descargar teselas» las obtiene de NEON; el modelo «Descargar y clasificar» hace ambas cosas en un solo paso.
Los resultados se añaden al mapa, con las clases encima. Procesos &gt; Visor de resultados muestra el informe.</translation>
    </message>
    <message>
        <source>NEON reflectance files, tiles (DP3.30006.001 or .002) or flight lines (DP1.30006.001), and folders in or below which they are. Where tiles overlap, the one listed first counts.</source>
        <translation>Archivos de reflectancia de NEON, teselas (DP3.30006.001 o .002) o líneas de vuelo (DP1.30006.001), y carpetas en las que, o por debajo de las que, se encuentran. Donde las teselas se solapan, cuenta la primera de la lista.</translation>
    </message>
    <message>
        <source>Reading tiles</source>
        <translation>Leyendo teselas</translation>
    </message>
    <message>
        <source>Clustering</source>
        <translation>Agrupando</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Escribiendo el informe</translation>
    </message>
    <message>
        <source>Writing reflectance</source>
        <translation>Escribiendo la reflectancia</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>Escribiendo la imagen</translation>
    </message>
    <message>
        <source>Writing the tile</source>
        <translation>Escribiendo la tesela</translation>
    </message>
    <message>
        <source>download</source>
        <translation>descargar</translation>
    </message>
    <message>
        <source>by_tile_aop</source>
        <translation>by_tile_aop</translation>
    </message>
    <message>
        <source>api</source>
        <translation>API</translation>
    </message>
    <message>
        <source>fetch</source>
        <translation>obtener</translation>
    </message>
    <message>
        <source>Download tiles</source>
        <translation>Descargar teselas</translation>
    </message>
    <message>
        <source>Download tiles from NEON into a folder, from where an earlier run stopped, and check them.</source>
        <translation>Descargar teselas de NEON en una carpeta, desde donde se detuvo una ejecución anterior, y comprobarlas.</translation>
    </message>
    <message>
        <source>Downloads the tiles of a layer that List tiles made, or those that an area, an extent or a point touches. Give one of these.
NEON gives data only with a token, which is free: sign in at https://data.neonscience.org/myaccount, copy it, and store it in QGIS (Settings &gt; Options &gt; Authentication, method Basic, as the password).
Files that are in the folder and whole are not downloaded again. What a run that was cancelled or interrupted has of a file is kept (.part), and the next run goes on there. A file gets its name when its size and its checksum are right. Tiles of different years have the same names: give each year its folder, or choose NEON&apos;s layout.
Beside the files, CITATION.txt says how NEON wants them to be cited, and downloads.json what they are. NEON&apos;s data have the licence CC BY 4.0.
A tile of reflectance has about 650 MB (of a million bytes). The network settings of QGIS apply. The environment variable NEON_API_URL leads to another server.</source>
        <translation>Descarga las teselas de una capa creada con «Enumerar teselas», o las que tocan un área, una extensión o un punto. Indicar solo una de estas cosas.
NEON solo da datos con un token, que es gratuito: iniciar sesión en https://data.neonscience.org/myaccount, copiarlo y guardarlo en QGIS (Configuración &gt; Opciones &gt; Autenticación, método Basic, como contraseña).
Los archivos que están completos en la carpeta no se descargan de nuevo. Lo que una ejecución cancelada o interrumpida ya tiene de un archivo se conserva (.part), y la siguiente continúa a partir de ahí. Un archivo recibe su nombre cuando su tamaño y su suma de comprobación son correctos. Las teselas de distintos años tienen los mismos nombres: dar a cada año su carpeta o elegir la disposición de NEON.
Junto a los archivos, CITATION.txt dice cómo quiere NEON que se citen, y downloads.json qué son. Los datos de NEON tienen la licencia CC BY 4.0.
Una tesela de reflectancia ocupa unos 650 MB (de un millón de bytes). Se aplica la configuración de red de QGIS. La variable de entorno NEON_API_URL lleva a otro servidor.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descarga</translation>
    </message>
    <message>
        <source>Tiles of a layer</source>
        <translation>Teselas de una capa</translation>
    </message>
    <message>
        <source>A layer that List tiles made: its tiles are downloaded, or those of them that are selected.</source>
        <translation>Una capa creada con «Enumerar teselas»: se descargan sus teselas, o las que estén seleccionadas.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>A layer of points, lines or polygons: the tiles that they touch are downloaded.</source>
        <translation>Una capa de puntos, líneas o polígonos: se descargan las teselas que tocan.</translation>
    </message>
    <message>
        <source>The tiles that reach into this extent are downloaded.</source>
        <translation>Se descargan las teselas que alcanzan esta extensión.</translation>
    </message>
    <message>
        <source>Easting (m)</source>
        <translation>Coordenada este (m)</translation>
    </message>
    <message>
        <source>Northing (m)</source>
        <translation>Coordenada norte (m)</translation>
    </message>
    <message>
        <source>Of a point in the UTM zone of the site: the tile that holds it is downloaded.</source>
        <translation>De un punto en la zona UTM del sitio: se descarga la tesela que lo contiene.</translation>
    </message>
    <message>
        <source>Buffer (m)</source>
        <translation>Margen (m)</translation>
    </message>
    <message>
        <source>Download all tiles as well that touch the square with sides of twice this length around the point, or around any point of the area or extent. Not used with a layer of tiles.</source>
        <translation>Descargar también todas las teselas que tocan el cuadrado con lados del doble de esta longitud alrededor del punto, o alrededor de cualquier punto del área o la extensión. No se usa con una capa de teselas.</translation>
    </message>
    <message>
        <source>Include provisional data</source>
        <translation>Incluir datos provisionales</translation>
    </message>
    <message>
        <source>Download tiles that NEON has not released yet and may still change, too.</source>
        <translation>Descargar también las teselas que NEON aún no ha publicado definitivamente y que todavía pueden cambiar.</translation>
    </message>
    <message>
        <source>Most to download (GB)</source>
        <translation>Máximo que se descarga (GB)</translation>
    </message>
    <message>
        <source>Download nothing if it would be more than this (of a billion bytes); what is there already is not counted.</source>
        <translation>No descargar nada si sería más que esto (en miles de millones de bytes); lo que ya está no se cuenta.</translation>
    </message>
    <message>
        <source>Show the tiles in true colour</source>
        <translation>Mostrar las teselas en color verdadero</translation>
    </message>
    <message>
        <source>Add the tiles to the map in true colour, as temporary layers.</source>
        <translation>Añadir las teselas al mapa en color verdadero, como capas temporales.</translation>
    </message>
    <message>
        <source>All in the folder</source>
        <translation>Todo en la carpeta</translation>
    </message>
    <message>
        <source>NEON&apos;s folders</source>
        <translation>Carpetas de NEON</translation>
    </message>
    <message>
        <source>Where the files go: 0 all in the folder; 1 in folders as NEON&apos;s package neonutilities makes them, which keep products, years and provisional data apart.</source>
        <translation>Dónde van los archivos: 0 todos en la carpeta; 1 en carpetas como las crea el paquete neonutilities de NEON, que separan productos, años y datos provisionales.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>The folder for the files. A temporary one goes when QGIS is closed, and the files with it.</source>
        <translation>La carpeta para los archivos. Una temporal desaparece al cerrar QGIS, y los archivos con ella.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Number of files</source>
        <translation>Número de archivos</translation>
    </message>
    <message>
        <source>Size of all files (MB)</source>
        <translation>Tamaño de todos los archivos (MB)</translation>
    </message>
    <message>
        <source>{given} chooses the tiles; give one of a layer of tiles, an area, an extent, or easting and northing.</source>
        <translation>{given} elige las teselas; indicar solo una de estas cosas: una capa de teselas, un área, una extensión, o las coordenadas este y norte.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>{parameter} is missing; choose a site.</source>
        <translation>Falta {parameter}; elegir un sitio.</translation>
    </message>
    <message>
        <source>No tile at {tiles}: not flown</source>
        <translation>Ninguna tesela en {tiles}: sin sobrevolar</translation>
    </message>
    <message>
        <source>available</source>
        <translation>disponible</translation>
    </message>
    <message>
        <source>months</source>
        <translation>meses</translation>
    </message>
    <message>
        <source>years</source>
        <translation>años</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>sitios</translation>
    </message>
    <message>
        <source>index</source>
        <translation>índice</translation>
    </message>
    <message>
        <source>List tiles</source>
        <translation>Enumerar teselas</translation>
    </message>
    <message>
        <source>Show on the map which tiles NEON has of a site, in which years and how large.</source>
        <translation>Mostrar en el mapa qué teselas tiene NEON de un sitio, de qué años y de qué tamaño.</translation>
    </message>
    <message>
        <source>Asks NEON which tiles of a product there are at a site, and makes a layer of their squares, with a colour for each year. Download tiles takes this layer, with all of its tiles or those that are selected.
Which tiles there are, NEON tells only with a token, which is free: sign in at https://data.neonscience.org/myaccount, copy it, and store it in QGIS (Settings &gt; Options &gt; Authentication, method Basic, as the password). Without a token, this lists the months in which the site was flown.
Provisional data may still change; their release is PROVISIONAL. From mid-December to January, tiles may be away for some days, while NEON prepares a new release. MB are of a million bytes.
The network settings of QGIS apply. The environment variable NEON_API_URL leads to another server.</source>
        <translation>Pregunta a NEON qué teselas de un producto hay en un sitio y crea una capa con sus cuadrados, con un color para cada año. «Descargar teselas» usa esta capa, con todas sus teselas o con las que estén seleccionadas.
NEON solo dice qué teselas hay con un token, que es gratuito: iniciar sesión en https://data.neonscience.org/myaccount, copiarlo y guardarlo en QGIS (Configuración &gt; Opciones &gt; Autenticación, método Basic, como contraseña). Sin token, se enumeran los meses en que se sobrevoló el sitio.
Los datos provisionales todavía pueden cambiar; su versión es PROVISIONAL. De mediados de diciembre a enero pueden faltar teselas durante algunos días, mientras NEON prepara una nueva versión. Los MB son de un millón de bytes.
Se aplica la configuración de red de QGIS. La variable de entorno NEON_API_URL lleva a otro servidor.</translation>
    </message>
    <message>
        <source>List only the tiles that reach into this extent. Empty: all tiles of the site.</source>
        <translation>Enumerar solo las teselas que alcanzan esta extensión. Vacío: todas las teselas del sitio.</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Teselas</translation>
    </message>
    <message>
        <source>The layer of tiles, in the UTM zone of the site: tile (easting_northing of the south-west corner), easting, northing, month, year, release, size_mb, site, product, file. Only with a token.</source>
        <translation>La capa de teselas, en la zona UTM del sitio: tile (easting_northing de la esquina suroeste), easting, northing, month, year, release, size_mb, site, product, file. Solo con un token.</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Meses</translation>
    </message>
    <message>
        <source>A table of the months in which the site was flown: site, product, month, release, doi.</source>
        <translation>Una tabla de los meses en que se sobrevoló el sitio: site, product, month, release, doi.</translation>
    </message>
    <message>
        <source>Number of tiles</source>
        <translation>Número de teselas</translation>
    </message>
    <message>
        <source>Size of all tiles (MB)</source>
        <translation>Tamaño de todas las teselas (MB)</translation>
    </message>
    <message>
        <source>Months - {site} {product}</source>
        <translation>Meses - {site} {product}</translation>
    </message>
    <message>
        <source>Tiles - {site} {product}</source>
        <translation>Teselas - {site} {product}</translation>
    </message>
    <message>
        <source>{count} tiles, {size}</source>
        <translation>{count} teselas, {size}</translation>
    </message>
    <message>
        <source>the answer is too long</source>
        <translation>la respuesta es demasiado larga</translation>
    </message>
    <message>
        <source>nothing came for {seconds:.0f} s</source>
        <translation>no llegó nada durante {seconds:.0f} s</translation>
    </message>
    <message>
        <source>There is no map here to show the tiles on.</source>
        <translation>Aquí no hay ningún mapa en el que mostrar las teselas.</translation>
    </message>
    <message>
        <source>{name} is not a layer that List tiles made, as it lacks some of its fields ({fields}).</source>
        <translation>{name} no es una capa creada con «Enumerar teselas», pues le faltan algunos de sus campos ({fields}).</translation>
    </message>
    <message>
        <source>{name} has no tiles, or none of the year; select some, or choose another layer.</source>
        <translation>{name} no tiene teselas, o ninguna del año; seleccionar algunas o elegir otra capa.</translation>
    </message>
    <message>
        <source>Reading the tile</source>
        <translation>Leyendo la tesela</translation>
    </message>
    <message>
        <source>Reading the raster</source>
        <translation>Leyendo el ráster</translation>
    </message>
    <message>
        <source>site</source>
        <translation>sitio</translation>
    </message>
    <message>
        <source>point</source>
        <translation>punto</translation>
    </message>
    <message>
        <source>Download and classify</source>
        <translation>Descargar y clasificar</translation>
    </message>
    <message>
        <source>Download the tile at a point from NEON, and make a class map and principal components of it.</source>
        <translation>Descargar de NEON la tesela de un punto y crear con ella un mapa de clases y componentes principales.</translation>
    </message>
    <message>
        <source>Downloads the tile of reflectance at a point of the map from NEON, classifies it by k-means and computes principal components: Download tiles and Classify tiles in one step. With a buffer, neighbouring tiles are downloaded and classified together.
NEON gives data only with a token, which is free: sign in at https://data.neonscience.org/myaccount, copy it, and store it in QGIS (Settings &gt; Options &gt; Authentication, method Basic, as the password).
Choose a folder for the tiles, so that another run finds them there. A tile has about 650 MB.</source>
        <translation>Descarga de NEON la tesela de reflectancia de un punto del mapa, la clasifica mediante k-medias y calcula componentes principales: «Descargar teselas» y «Clasificar teselas» en un solo paso. Con un margen, las teselas vecinas se descargan y se clasifican juntas.
NEON solo da datos con un token, que es gratuito: iniciar sesión en https://data.neonscience.org/myaccount, copiarlo y guardarlo en QGIS (Configuración &gt; Opciones &gt; Autenticación, método Basic, como contraseña).
Elegir una carpeta para las teselas, para que otra ejecución las encuentre allí. Una tesela ocupa unos 650 MB.</translation>
    </message>
    <message>
        <source>Token for NEON</source>
        <translation>Token para NEON</translation>
    </message>
    <message>
        <source>An authentication configuration of QGIS that holds your token for NEON: as the password of a basic one, or as the header X-API-Token. Never the token itself. Empty: the token in the environment variable NEON_TOKEN.</source>
        <translation>Una configuración de autenticación de QGIS que contiene el token para NEON: como contraseña de una básica o como cabecera X-API-Token. Nunca el propio token. Vacío: el token de la variable de entorno NEON_TOKEN.</translation>
    </message>
    <message>
        <source>There is no authentication configuration {id} in this profile of QGIS; choose another one.</source>
        <translation>No hay ninguna configuración de autenticación {id} en este perfil de QGIS; elegir otra.</translation>
    </message>
    <message>
        <source>The authentication configuration {id} holds no token: make one of the method Basic with your token for NEON as the password, or of the method API Header with the key X-API-Token.</source>
        <translation>La configuración de autenticación {id} no contiene ningún token: crear una con el método Basic y el token para NEON como contraseña, o con el método API Header y la clave X-API-Token.</translation>
    </message>
    <message>
        <source>{parameter} is {value}; write ranges such as &quot;1340-1445, 1790-1955&quot;, or nothing.</source>
        <translation>{parameter} es {value}; escribir intervalos como «1340-1445, 1790-1955», o nada.</translation>
    </message>
    <message>
        <source>{parameter} is not used: it is for a raster, and tiles say what their no data is.</source>
        <translation>{parameter} no se usa: es para un ráster, y las teselas dicen cuál es su valor sin datos.</translation>
    </message>
    <message>
        <source>Code of a NEON site, such as SERC. Sites that are flown with others, such as most aquatic ones, have the code of these in brackets.</source>
        <translation>Código de un sitio de NEON, como SERC. Los sitios que se sobrevuelan junto con otros, como la mayoría de los acuáticos, llevan el código de estos entre paréntesis.</translation>
    </message>
    <message>
        <source> Not used with a layer of tiles, which tells it.</source>
        <translation> No se usa con una capa de teselas, que ya lo indica.</translation>
    </message>
    <message>
        <source>Code of a product that NEON publishes in tiles: DP3.30006.002 is bidirectional reflectance (mostly of 2022 and later), DP3.30006.001 directional reflectance (to 2021), DP3.30010.001 camera images, DP3.30012.001 leaf area index, DP3.30014.001 fPAR, DP3.30015.001 canopy height, DP3.30019.001 water indices, DP3.30024.001 elevation, DP3.30025.001 slope and aspect, DP3.30026.001 vegetation indices, DP1.30003.001 the lidar point cloud.</source>
        <translation>Código de un producto que NEON publica en teselas: DP3.30006.002 es la reflectancia bidireccional (sobre todo de 2022 en adelante), DP3.30006.001 la reflectancia direccional (hasta 2021), DP3.30010.001 imágenes de cámara, DP3.30012.001 el índice de área foliar, DP3.30014.001 fPAR, DP3.30015.001 la altura del dosel, DP3.30019.001 índices de agua, DP3.30024.001 la elevación, DP3.30025.001 pendiente y orientación, DP3.30026.001 índices de vegetación, DP1.30003.001 la nube de puntos lidar.</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Year of the flights. Empty: all years.</source>
        <translation>Año de los vuelos. Vacío: todos los años.</translation>
    </message>
    <message>
        <source>{parameter} cannot be read; choose another layer.</source>
        <translation>No se puede leer {parameter}; elegir otra capa.</translation>
    </message>
    <message>
        <source>{layer} has no coordinate reference system; give it one.</source>
        <translation>{layer} no tiene sistema de referencia de coordenadas; asignarle uno.</translation>
    </message>
    <message>
        <source>{layer} has a feature that lies nowhere in UTM zone {zone}; choose another area.</source>
        <translation>{layer} tiene un objeto que no está en ningún lugar de la zona UTM {zone}; elegir otra área.</translation>
    </message>
    <message>
        <source>{parameter} is missing; it must be {allowed}.</source>
        <translation>Falta {parameter}; debe ser {allowed}.</translation>
    </message>
    <message>
        <source>{parameter} is {value}; it must be {allowed}.</source>
        <translation>{parameter} es {value}; debe ser {allowed}.</translation>
    </message>
    <message>
        <source>{one} and {other} are both given; choose one of them.</source>
        <translation>Se han indicado tanto {one} como {other}; elegir solo una de las dos cosas.</translation>
    </message>
    <message>
        <source>Neither {one} nor {other} is given; choose one of them.</source>
        <translation>No se ha indicado ni {one} ni {other}; elegir una de las dos cosas.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>uno de {choices}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>the path of a file, as text</source>
        <translation>la ruta de un archivo, como texto</translation>
    </message>
    <message>
        <source>the path of a file that ends in {endings}, as text</source>
        <translation>la ruta de un archivo que termine en {endings}, como texto</translation>
    </message>
    <message>
        <source>the path of a file or a folder, as text</source>
        <translation>la ruta de un archivo o de una carpeta, como texto</translation>
    </message>
    <message>
        <source>a raster that can be opened; choose another one</source>
        <translation>un ráster que se pueda abrir; elegir otro</translation>
    </message>
    <message>
        <source>a raster layer, or the path of a raster as text</source>
        <translation>una capa ráster, o la ruta de un ráster como texto</translation>
    </message>
    <message>
        <source>a raster or polygons, not an HDF5 file</source>
        <translation>un ráster o polígonos, no un archivo HDF5</translation>
    </message>
    <message>
        <source>a layer of a raster or of polygons, or the path of one as text</source>
        <translation>una capa ráster o de polígonos, o la ruta de una como texto</translation>
    </message>
    <message>
        <source>polygons, not points, lines or a table; choose another layer</source>
        <translation>polígonos, no puntos, líneas ni una tabla; elegir otra capa</translation>
    </message>
    <message>
        <source>a raster or polygons that can be opened; choose another one</source>
        <translation>un ráster o polígonos que se puedan abrir; elegir otro</translation>
    </message>
    <message>
        <source>a raster in a file, not one from {provider}; save it as a GeoTIFF first</source>
        <translation>un ráster en un archivo, no uno de {provider}; guardarlo antes como GeoTIFF</translation>
    </message>
    <message>
        <source>text such as &quot;xmin,xmax,ymin,ymax [EPSG:32618]&quot;, or a layer</source>
        <translation>texto como «xmin,xmax,ymin,ymax [EPSG:32618]», o una capa</translation>
    </message>
    <message>
        <source>the path of a file, as text, or TEMPORARY_OUTPUT</source>
        <translation>la ruta de un archivo, como texto, o TEMPORARY_OUTPUT</translation>
    </message>
    <message>
        <source>Use only the pixels that a raster or a layer of polygons keeps. A raster leaves out where its first band is 0, has no data, or does not reach; polygons keep the pixels whose centre lies in one. Grid and coordinate reference system may differ from those of the image.</source>
        <translation>Usar solo los píxeles que conserva un ráster o una capa de polígonos. Un ráster descarta donde su primera banda es 0, no tiene datos o no llega; los polígonos conservan los píxeles cuyo centro está dentro de uno. La cuadrícula y el sistema de referencia de coordenadas pueden ser distintos de los de la imagen.</translation>
    </message>
    <message>
        <source>Only selected polygons of the mask</source>
        <translation>Solo los polígonos seleccionados de la máscara</translation>
    </message>
    <message>
        <source>Use only the polygons that are selected in the layer.</source>
        <translation>Usar solo los polígonos seleccionados en la capa.</translation>
    </message>
    <message>
        <source>the layer {name}</source>
        <translation>la capa {name}</translation>
    </message>
    <message>
        <source>ndvi</source>
        <translation>NDVI</translation>
    </message>
    <message>
        <source>evi</source>
        <translation>EVI</translation>
    </message>
    <message>
        <source>ndwi</source>
        <translation>NDWI</translation>
    </message>
    <message>
        <source>pri</source>
        <translation>PRI</translation>
    </message>
    <message>
        <source>savi</source>
        <translation>SAVI</translation>
    </message>
    <message>
        <source>vegetation index</source>
        <translation>índice de vegetación</translation>
    </message>
    <message>
        <source>band math</source>
        <translation>álgebra de bandas</translation>
    </message>
    <message>
        <source>raster calculator</source>
        <translation>calculadora ráster</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>cociente</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>umbral</translation>
    </message>
    <message>
        <source>Spectral indices</source>
        <translation>Índices espectrales</translation>
    </message>
    <message>
        <source>Compute NDVI and other indices of tiles or a raster, or any expression of wavelengths.</source>
        <translation>Calcular NDVI y otros índices de teselas o de un ráster, o cualquier expresión de longitudes de onda.</translation>
    </message>
    <message>
        <source>Computes indices from the reflectance at a few wavelengths; only these bands are read. The bands nearest to the wavelengths are taken; where an image has none near enough, the message names the wavelength.
An expression may use any wavelength: r827 is the reflectance at 827 nm, so that NDVI is (r858-r668)/(r858+r668). It may have + - * / **, brackets, abs, exp, log, log10 and sqrt.
Each index is a band of the result. Where it is not defined, as after a division by zero, there is no data. With a threshold, a mask tells where the first index is at least as large, for instance to cluster vegetation only.
Tiles, or one raster: give one of the two. Indices need surface reflectance from 0 to 1; of raw counts, or of integers without scale, those with constants such as EVI and SAVI are wrong.</source>
        <translation>Calcula índices a partir de la reflectancia en unas pocas longitudes de onda; solo se leen esas bandas. Se toman las bandas más cercanas a las longitudes de onda; si una imagen no tiene ninguna lo bastante cercana, el mensaje indica la longitud de onda.
Una expresión puede usar cualquier longitud de onda: r827 es la reflectancia a 827 nm, de modo que NDVI es (r858-r668)/(r858+r668). Puede contener + - * / **, paréntesis, abs, exp, log, log10 y sqrt.
Cada índice es una banda del resultado. Donde no está definido, como tras una división por cero, no hay datos. Con un umbral, una máscara indica dónde el primer índice es al menos igual de grande, por ejemplo para agrupar solo la vegetación.
Indicar o bien teselas o bien un ráster. Los índices necesitan reflectancia de superficie de 0 a 1; con valores sin calibrar, o con enteros sin escala, los que tienen constantes, como EVI y SAVI, son incorrectos.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster whose bands have wavelengths, such as cleaned reflectance.</source>
        <translation>En lugar de teselas, un ráster cuyas bandas tienen longitudes de onda, como la reflectancia depurada.</translation>
    </message>
    <message>
        <source>Indices</source>
        <translation>Índices</translation>
    </message>
    <message>
        <source>Which indices to compute, a band each, in the order of this list. None: the expression only, or NDVI where there is none.</source>
        <translation>Qué índices se calculan, una banda cada uno, en el orden de esta lista. Ninguno: solo la expresión, o NDVI si no la hay.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expresión</translation>
    </message>
    <message>
        <source>A further index of your own, such as &quot;(r827-r667)/(r827+r667)&quot;, in which r827 is the reflectance at 827 nm; the last band.</source>
        <translation>Otro índice propio, como «(r827-r667)/(r827+r667)», donde r827 es la reflectancia a 827 nm; la última banda.</translation>
    </message>
    <message>
        <source>Threshold of the first index, for the mask</source>
        <translation>Umbral del primer índice, para la máscara</translation>
    </message>
    <message>
        <source>The mask is 1 where the first band of the result is at least as large, and 0 where it is smaller.</source>
        <translation>La máscara es 1 donde la primera banda del resultado es al menos igual de grande, y 0 donde es menor.</translation>
    </message>
    <message>
        <source>The raster to write (GeoTIFF, Float32): a band for each index, no data where it is not defined.</source>
        <translation>El ráster que se escribe (GeoTIFF, Float32): una banda por cada índice, sin datos donde no está definido.</translation>
    </message>
    <message>
        <source>The mask to write (GeoTIFF, Byte), which K-means and others take as their mask. It needs a threshold.</source>
        <translation>La máscara que se escribe (GeoTIFF, Byte), que el agrupamiento k-medias y otros aceptan como máscara. Necesita un umbral.</translation>
    </message>
    <message>
        <source>Computing indices</source>
        <translation>Calculando los índices</translation>
    </message>
    <message>
        <source>{} at least {:g} - {}</source>
        <translation>{} al menos {:g} - {}</translation>
    </message>
    <message>
        <source>At {address} is a Dask {found}, not a scheduler; give the scheduler&apos;s address.</source>
        <translation>En {address} hay un {found} de Dask, no un planificador; indicar la dirección del planificador.</translation>
    </message>
    <message>
        <source>what listens there says nothing, as a scheduler that has stopped or one that wants tls:// does</source>
        <translation>lo que escucha allí no dice nada, como un planificador que se ha detenido o que exige tls://</translation>
    </message>
    <message>
        <source>tls:// needs certificates, which the configuration distributed.comm.tls of Dask names</source>
        <translation>tls:// necesita certificados, que se indican en la configuración distributed.comm.tls de Dask</translation>
    </message>
    <message>
        <source>what answers there is another program, such as a web server</source>
        <translation>lo que responde allí es otro programa, como un servidor web</translation>
    </message>
    <message>
        <source>The Dask worker {worker} does not answer; restart it, or end it to work without it.</source>
        <translation>El proceso {worker} de Dask no responde; reiniciarlo, o terminarlo para trabajar sin él.</translation>
    </message>
    <message>
        <source>The Dask scheduler at {address} does not answer any more; restart it, and run again.</source>
        <translation>El planificador de Dask en {address} ya no responde; reiniciarlo y ejecutar de nuevo.</translation>
    </message>
    <message>
        <source>Waiting for the Dask worker {worker}.</source>
        <translation>Esperando al proceso {worker} de Dask.</translation>
    </message>
    <message>
        <source>The Dask worker {worker} does not go on, and no other one has memory for {tile}; restart it, start more workers, or keep fewer bands.</source>
        <translation>El proceso {worker} de Dask no avanza, y ningún otro tiene memoria para {tile}; reiniciarlo, iniciar más procesos o conservar menos bandas.</translation>
    </message>
    <message>
        <source>{worker} (not heard of for {seconds:.0f} s)</source>
        <translation>{worker} (sin noticias desde hace {seconds:.0f} s)</translation>
    </message>
    <message>
        <source>{worker} (paused by Dask at {used:.2f} of {limit:.2f} GB of memory)</source>
        <translation>{worker} (en pausa por Dask con {used:.2f} de {limit:.2f} GB de memoria)</translation>
    </message>
    <message>
        <source>All workers of the Dask cluster are lost; start some, and run again.</source>
        <translation>Se han perdido todos los procesos del clúster de Dask; iniciar algunos y ejecutar de nuevo.</translation>
    </message>
    <message>
        <source>Green vegetation</source>
        <translation>Vegetación verde</translation>
    </message>
    <message>
        <source>Green vegetation, also where it is dense</source>
        <translation>Vegetación verde, también donde es densa</translation>
    </message>
    <message>
        <source>Water in leaves</source>
        <translation>Agua en las hojas</translation>
    </message>
    <message>
        <source>Nitrogen in leaves</source>
        <translation>Nitrógeno en las hojas</translation>
    </message>
    <message>
        <source>Lignin in leaves</source>
        <translation>Lignina en las hojas</translation>
    </message>
    <message>
        <source>Use of light in photosynthesis</source>
        <translation>Uso de la luz en la fotosíntesis</translation>
    </message>
    <message>
        <source>Green vegetation over bright soil</source>
        <translation>Vegetación verde sobre suelo claro</translation>
    </message>
    <message>
        <source>Green vegetation through haze</source>
        <translation>Vegetación verde a través de la bruma</translation>
    </message>
    <message>
        <source>Dry plant litter</source>
        <translation>Hojarasca seca</translation>
    </message>
    <message>
        <source>The token has spaces, line breaks or other letters that no token has; copy it again from {page}.</source>
        <translation>El token contiene espacios, saltos de línea u otros caracteres que ningún token tiene; copiarlo de nuevo de {page}.</translation>
    </message>
    <message>
        <source>The token expired on {date}; get a new one at {page} and store it in its place.</source>
        <translation>El token caducó el {date}; obtener uno nuevo en {page} y guardarlo en su lugar.</translation>
    </message>
    <message>
        <source>NEON does not know the token that was sent: it may be incomplete, disabled or deleted; look at {page} and store the one that is shown there.</source>
        <translation>NEON no reconoce el token enviado: puede estar incompleto, desactivado o eliminado; consultar {page} y guardar el que se muestra allí.</translation>
    </message>
    <message>
        <source>NEON refuses these data to the token that was sent; look at {page} whether it is still valid, or get a new one.</source>
        <translation>NEON deniega estos datos al token enviado; comprobar en {page} si sigue siendo válido u obtener uno nuevo.</translation>
    </message>
    <message>
        <source>{variable} is {address}; it must be an https address.</source>
        <translation>{variable} es {address}; debe ser una dirección https.</translation>
    </message>
    <message>
        <source>The server sent an address that cannot be used ({address}); try again later.</source>
        <translation>El servidor envió una dirección que no se puede usar ({address}); intentarlo de nuevo más tarde.</translation>
    </message>
    <message>
        <source>The server leads to {address}, which is not protected (https); nothing is sent there.</source>
        <translation>El servidor lleva a {address}, que no está protegida (https); no se envía nada allí.</translation>
    </message>
    <message>
        <source>The address {address} does not name the folders of NEON&apos;s layout; choose to have all files in one folder.</source>
        <translation>La dirección {address} no indica las carpetas de la disposición de NEON; elegir que todos los archivos estén en una sola carpeta.</translation>
    </message>
    <message>
        <source>NEON has no product {product}; choose another one.</source>
        <translation>NEON no tiene ningún producto {product}; elegir otro.</translation>
    </message>
    <message>
        <source>the description of {product}</source>
        <translation>la descripción de {product}</translation>
    </message>
    <message>
        <source>the location of {site}</source>
        <translation>la ubicación de {site}</translation>
    </message>
    <message>
        <source>the list of files of {product} at {site}</source>
        <translation>la lista de archivos de {product} en {site}</translation>
    </message>
    <message>
        <source>{server} does not give {what} (status {status}{detail}); try again later.</source>
        <translation>{server} no da {what} (estado {status}{detail}); intentarlo de nuevo más tarde.</translation>
    </message>
    <message>
        <source>NEON&apos;s limit of requests is reached</source>
        <translation>se ha alcanzado el límite de solicitudes de NEON</translation>
    </message>
    <message>
        <source>{address} leads from one address to the next without an end; try again later.</source>
        <translation>{address} lleva de una dirección a otra sin fin; intentarlo de nuevo más tarde.</translation>
    </message>
    <message>
        <source>{server} cannot be reached ({reason}); check the network and the proxy of QGIS, then run again.</source>
        <translation>No se puede acceder a {server} ({reason}); comprobar la red y el proxy de QGIS, y ejecutar de nuevo.</translation>
    </message>
    <message>
        <source>The connection failed ({reason})</source>
        <translation>La conexión ha fallado ({reason})</translation>
    </message>
    <message>
        <source>{server} still has too much to do (status {status}); run again later.</source>
        <translation>{server} sigue sobrecargado (estado {status}); ejecutar de nuevo más tarde.</translation>
    </message>
    <message>
        <source>The server has too much to do (status {status})</source>
        <translation>El servidor está sobrecargado (estado {status})</translation>
    </message>
    <message>
        <source>{reason}; trying again in {seconds:.0f} s.</source>
        <translation>{reason}; nuevo intento dentro de {seconds:.0f} s.</translation>
    </message>
    <message>
        <source>{address} leads somewhere else, but does not say where; try again later.</source>
        <translation>{address} lleva a otro lugar, pero no dice a cuál; intentarlo de nuevo más tarde.</translation>
    </message>
    <message>
        <source>{product} ({name}) is not among NEON&apos;s active products; what there is may be old.</source>
        <translation>{product} ({name}) no figura entre los productos activos de NEON; lo que hay puede ser antiguo.</translation>
    </message>
    <message>
        <source>{site} is flown with {other}; its tiles are published under {other}.</source>
        <translation>{site} se sobrevuela con {other}; sus teselas se publican bajo {other}.</translation>
    </message>
    <message>
        <source>NEON lists no tiles of {product} at {site}: it may not come in tiles, as flight lines do, or be away for some days while NEON prepares a release (mid-December to January).</source>
        <translation>NEON no enumera ninguna tesela de {product} en {site}: puede que no se publique en teselas, como las líneas de vuelo, o que falte durante algunos días mientras NEON prepara una versión (de mediados de diciembre a enero).</translation>
    </message>
    <message>
        <source>There are no data of {product} at {site} in {year}, but in {months}; choose one of these years.</source>
        <translation>No hay datos de {product} en {site} en {year}, pero sí en {months}; elegir uno de estos años.</translation>
    </message>
    <message>
        <source>There are no data of {product} ({name}) at {site}; choose another product, such as one of another revision, or another site.</source>
        <translation>No hay datos de {product} ({name}) en {site}; elegir otro producto, por ejemplo uno de otra revisión, u otro sitio.</translation>
    </message>
    <message>
        <source>There is no tile at {what}; the tiles of {site} lie between the eastings {west} and {east} and the northings {south} and {north} (m). List tiles shows them on the map.</source>
        <translation>No hay ninguna tesela en {what}; las teselas de {site} están entre las coordenadas este {west} y {east} y las coordenadas norte {south} y {north} (m). «Enumerar teselas» las muestra en el mapa.</translation>
    </message>
    <message>
        <source>NEON no longer has the tiles of the layer; make a new one with List tiles.</source>
        <translation>NEON ya no tiene las teselas de la capa; crear una nueva con «Enumerar teselas».</translation>
    </message>
    <message numerus="yes">
        <source>NEON no longer has {count} tiles of the layer; List tiles makes a new one.</source>
        <translation>
            <numerusform>NEON ya no tiene {count} tesela de la capa; «Enumerar teselas» crea una nueva.</numerusform>
            <numerusform>NEON ya no tiene {count} teselas de la capa; «Enumerar teselas» crea una nueva.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files are there and whole; their checksums are right.</source>
        <translation>
            <numerusform>{count} archivo está presente y completo; su suma de comprobación es correcta.</numerusform>
            <numerusform>{count} archivos están presentes y completos; sus sumas de comprobación son correctas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files, {size}</source>
        <translation>
            <numerusform>{count} archivo, {size}</numerusform>
            <numerusform>{count} archivos, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>{total}, and {count} of which NEON does not tell the size</source>
        <translation>{total}, y {count} cuyo tamaño NEON no indica</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made ({reason}); choose another one.</source>
        <translation>No se puede crear la carpeta {folder} ({reason}); elegir otra.</translation>
    </message>
    <message>
        <source>{path} is too long for Windows; choose a folder with a shorter path, or all files in one folder.</source>
        <translation>{path} es demasiado larga para Windows; elegir una carpeta con una ruta más corta, o todos los archivos en una sola carpeta.</translation>
    </message>
    <message>
        <source>{path} was not written by this plugin; move it away, or choose another folder for the downloads.</source>
        <translation>{path} no fue escrito por este complemento; moverlo a otro lugar o elegir otra carpeta para las descargas.</translation>
    </message>
    <message>
        <source>{size} downloaded in {time}, {rate}/s.</source>
        <translation>{size} descargados en {time}, {rate}/s.</translation>
    </message>
    <message>
        <source>{done} downloaded, {rate}/s</source>
        <translation>{done} descargados, {rate}/s</translation>
    </message>
    <message>
        <source>unknown time</source>
        <translation>tiempo desconocido</translation>
    </message>
    <message>
        <source>{done} of {total} ({percent:.0f} %), {rate}/s, {left} left</source>
        <translation>{done} de {total} ({percent:.0f} %), {rate}/s, quedan {left}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{path} cannot be written because the disk is full; free some space and run again, which goes on where this run stopped.</source>
        <translation>No se puede escribir {path} porque el disco está lleno; liberar espacio y ejecutar de nuevo, lo que continúa donde se detuvo esta ejecución.</translation>
    </message>
    <message>
        <source>{path} cannot be written because it or its folder was removed; run again.</source>
        <translation>No se puede escribir {path} porque se eliminó el archivo o su carpeta; ejecutar de nuevo.</translation>
    </message>
    <message>
        <source>{folder} has room for {free}, but {needed} are to be downloaded; free some space.</source>
        <translation>En {folder} caben {free}, pero hay que descargar {needed}; liberar espacio.</translation>
    </message>
    <message>
        <source>NEON&apos;s server sent a web page in place of {what}: the network may ask for a login first, or the server may be under maintenance; open data.neonscience.org in a browser and try again.</source>
        <translation>El servidor de NEON envió una página web en lugar de {what}: puede que la red pida antes iniciar sesión, o que el servidor esté en mantenimiento; abrir data.neonscience.org en un navegador e intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>no es JSON</translation>
    </message>
    <message>
        <source>{product} is not a product of NEON&apos;s Airborne Observation Platform; choose another one.</source>
        <translation>{product} no es un producto de la plataforma de observación aérea de NEON (AOP); elegir otro.</translation>
    </message>
    <message>
        <source>&quot;availableMonths&quot; holds something else than months</source>
        <translation>«availableMonths» contiene algo que no son meses</translation>
    </message>
    <message>
        <source>the list of files of {product} at {site} in {month}</source>
        <translation>la lista de archivos de {product} en {site} en {month}</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; is missing or wrong</source>
        <translation>«{key}» falta o es incorrecto</translation>
    </message>
    <message>
        <source>the name &quot;{name}&quot; is a path</source>
        <translation>el nombre «{name}» es una ruta</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; is &quot;{value}&quot;</source>
        <translation>«{key}» es «{value}»</translation>
    </message>
    <message>
        <source>NEON&apos;s server sent something else than {what} ({found}); try again later, and report it if it stays so.</source>
        <translation>El servidor de NEON envió algo distinto de {what} ({found}); intentarlo de nuevo más tarde y, si persiste, comunicarlo.</translation>
    </message>
    <message>
        <source>A geometry of the area is damaged ({reason}); repair it.</source>
        <translation>Una geometría del área está dañada ({reason}); repararla.</translation>
    </message>
    <message>
        <source>A geometry of the area has no place in the CRS of the tiles; choose another area.</source>
        <translation>Una geometría del área no tiene lugar en el SRC de las teselas; elegir otra área.</translation>
    </message>
    <message>
        <source>{failed} of {count} files could not be downloaded; the others are complete.</source>
        <translation>No se han podido descargar {failed} de {count} archivos; los demás están completos.</translation>
    </message>
    <message>
        <source>Another run downloads {name}; waiting for it.</source>
        <translation>Otra ejecución está descargando {name}; esperando a que termine.</translation>
    </message>
    <message>
        <source>{name}: NEON gives no checksum, so only the size is checked.</source>
        <translation>{name}: NEON no da suma de comprobación, así que solo se comprueba el tamaño.</translation>
    </message>
    <message>
        <source>{name}: its checksum is wrong; downloading it again</source>
        <translation>{name}: su suma de comprobación es incorrecta; descargando de nuevo</translation>
    </message>
    <message>
        <source>{name} does not have the checksum that NEON gives for it; run again later.</source>
        <translation>{name} no tiene la suma de comprobación que NEON indica; ejecutar de nuevo más tarde.</translation>
    </message>
    <message>
        <source>{name}: {server} does not give it (status {status}); run again later.</source>
        <translation>{name}: {server} no lo da (estado {status}); ejecutar de nuevo más tarde.</translation>
    </message>
    <message>
        <source>{name}: the server sent another part than the one that was asked for; run again later.</source>
        <translation>{name}: el servidor envió una parte distinta de la solicitada; ejecutar de nuevo más tarde.</translation>
    </message>
    <message>
        <source>{name}: the server sent a web page in its place; the network may ask for a login first: open data.neonscience.org in a browser and run again.</source>
        <translation>{name}: el servidor envió una página web en su lugar; puede que la red pida antes iniciar sesión: abrir data.neonscience.org en un navegador y ejecutar de nuevo.</translation>
    </message>
    <message>
        <source>the connection ended early</source>
        <translation>la conexión terminó antes de tiempo</translation>
    </message>
    <message>
        <source>it lacks {missing:,} of {required:,} chunks</source>
        <translation>le faltan {missing:,} de {required:,} bloques</translation>
    </message>
    <message>
        <source>its values were never written</source>
        <translation>sus valores nunca se escribieron</translation>
    </message>
    <message>
        <source>{path}: {name} has nothing but zeros from {corner} on, and GDAL cannot tell whether they were lost; install h5py, which can, with: python -m pip install h5py</source>
        <translation>{path}: {name} solo tiene ceros desde {corner}, y GDAL no puede saber si se perdieron los valores; instalar h5py, que sí puede, con: python -m pip install h5py</translation>
    </message>
    <message>
        <source>{what} does not follow the HDF5 format</source>
        <translation>{what} no sigue el formato HDF5</translation>
    </message>
    <message>
        <source>{what} goes beyond the end of the file</source>
        <translation>{what} va más allá del final del archivo</translation>
    </message>
    <message>
        <source>{one} and {other} share byte {place:,}</source>
        <translation>{one} y {other} comparten el byte {place:,}</translation>
    </message>
    <message>
        <source>the superblock</source>
        <translation>el superbloque</translation>
    </message>
    <message>
        <source>it has {found:,} bytes, but should have {expected:,}</source>
        <translation>tiene {found:,} bytes, pero debería tener {expected:,}</translation>
    </message>
    <message>
        <source>the header of {name}</source>
        <translation>la cabecera de {name}</translation>
    </message>
    <message>
        <source>the index of the group {name}</source>
        <translation>el índice del grupo {name}</translation>
    </message>
    <message>
        <source>the list of names in {name}</source>
        <translation>la lista de nombres de {name}</translation>
    </message>
    <message>
        <source>the list of members of {name}</source>
        <translation>la lista de miembros de {name}</translation>
    </message>
    <message>
        <source>the values of {name}</source>
        <translation>los valores de {name}</translation>
    </message>
    <message>
        <source>the index of the chunks of {name}</source>
        <translation>el índice de los bloques de {name}</translation>
    </message>
    <message>
        <source>a chunk of {name}</source>
        <translation>un bloque de {name}</translation>
    </message>
    <message>
        <source>{what} does not fit the shape of the chunks</source>
        <translation>{what} no corresponde a las dimensiones de los bloques</translation>
    </message>
    <message>
        <source>a heap of texts</source>
        <translation>un montón de textos</translation>
    </message>
    <message>
        <source>{what} at byte {address:,}</source>
        <translation>{what} en el byte {address:,}</translation>
    </message>
    <message>
        <source>{what} is out of order</source>
        <translation>{what} no está en orden</translation>
    </message>
    <message>
        <source>{what} refers to a name that does not exist</source>
        <translation>{what} remite a un nombre que no existe</translation>
    </message>
    <message>
        <source>{name} is {found} instead of one number</source>
        <translation>{name} es {found} en lugar de un solo número</translation>
    </message>
    <message>
        <source>{name} is {number:g} and should be a number from {lowest:,.0f} to {highest:,.0f}</source>
        <translation>{name} es {number:g} y debería ser un número de {lowest:,.0f} a {highest:,.0f}</translation>
    </message>
    <message>
        <source>The file does not give both Band_Window attributes as ranges of wavelengths; the water-vapour windows {windows} nm are assumed.</source>
        <translation>El archivo no da los dos atributos Band_Window como intervalos de longitudes de onda; se suponen las ventanas de vapor de agua {windows} nm.</translation>
    </message>
    <message>
        <source>the dataset {path} is missing</source>
        <translation>falta el conjunto de datos {path}</translation>
    </message>
    <message>
        <source>it has neither Map_Info nor Spatial_Extent_meters, so that the position of its pixels is not known</source>
        <translation>no tiene Map_Info ni Spatial_Extent_meters, por lo que no se conoce la posición de sus píxeles</translation>
    </message>
    <message>
        <source>{path} is not a file but a folder, a device or a pipe; choose a file.</source>
        <translation>{path} no es un archivo, sino una carpeta, un dispositivo o una tubería; elegir un archivo.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); choose another file.</source>
        <translation>No se puede leer {path} ({reason}); elegir otro archivo.</translation>
    </message>
    <message>
        <source>{path} is larger than {most} MB, which no model is; choose a model that this plugin wrote.</source>
        <translation>{path} ocupa más de {most} MB, lo que no ocupa ningún modelo; elegir un modelo que haya escrito este complemento.</translation>
    </message>
    <message>
        <source>The classes have {rows} x {columns} pixels but the grid {height} x {width}.</source>
        <translation>Las clases tienen {rows} x {columns} píxeles, pero la cuadrícula {height} x {width}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} bands of {name} have no data in any pixel and are left out: {bands}.</source>
        <translation>
            <numerusform>{count} banda de {name} no tiene datos en ningún píxel y se omite: {bands}.</numerusform>
            <numerusform>{count} bandas de {name} no tienen datos en ningún píxel y se omiten: {bands}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Band {number} of {name} is taken for opacity (alpha): where it is 0, there is no data. If it is a band of the image, such as near infrared, change its colour interpretation: gdal_edit.py -colorinterp_{number} undefined.</source>
        <translation>La banda {number} de {name} se toma como opacidad (alfa): donde es 0, no hay datos. Si es una banda de la imagen, como el infrarrojo cercano, cambiar su interpretación de color: gdal_edit.py -colorinterp_{number} undefined.</translation>
    </message>
    <message numerus="yes">
        <source>{count} bands of {name} are marked as bad in its header (bbl = 0) and left out: {bands}.</source>
        <translation>
            <numerusform>{count} banda de {name} está marcada como defectuosa en su cabecera (bbl = 0) y se omite: {bands}.</numerusform>
            <numerusform>{count} bandas de {name} están marcadas como defectuosas en su cabecera (bbl = 0) y se omiten: {bands}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} has {columns:,} columns, more than an image has bands; choose another table.</source>
        <translation>{path} tiene {columns:,} columnas, más que bandas una imagen; elegir otra tabla.</translation>
    </message>
    <message>
        <source>{path}: row {number} has {fields} fields, but the header {header}; each row needs as many as the header.</source>
        <translation>{path}: la fila {number} tiene {fields} campos, pero la cabecera {header}; cada fila necesita tantos como la cabecera.</translation>
    </message>
    <message>
        <source>{path} has more than {most:,} rows below the header; take some out.</source>
        <translation>{path} tiene más de {most:,} filas debajo de la cabecera; quitar algunas.</translation>
    </message>
    <message>
        <source>{path}: &quot;{text}&quot; in row {row}, column &quot;{column}&quot;, is too large; it can be at most {most:g}.</source>
        <translation>{path}: «{text}», en la fila {row}, columna «{column}», es demasiado grande; puede ser como máximo {most:g}.</translation>
    </message>
    <message>
        <source>{path}: &quot;{text}&quot; in row {row}, column &quot;{column}&quot;, is not a whole number from {least} to {most}; correct it.</source>
        <translation>{path}: «{text}», en la fila {row}, columna «{column}», no es un número entero de {least} a {most}; corregirlo.</translation>
    </message>
    <message>
        <source>{path} has a line of more than {most:,} characters, as no table of this plugin has; choose another table.</source>
        <translation>{path} tiene una línea de más de {most:,} caracteres, que no tiene ninguna tabla de este complemento; elegir otra tabla.</translation>
    </message>
    <message>
        <source>{path}: &quot;{text}&quot; in row {row}, column &quot;{column}&quot;, is not clear, as commas and points may both be decimal signs or separate thousands; write all numbers with decimal points.</source>
        <translation>{path}: «{text}», en la fila {row}, columna «{column}», no es inequívoco, pues tanto las comas como los puntos pueden ser signos decimales o separar millares; escribir todos los números con punto decimal.</translation>
    </message>
    <message>
        <source>{parameter}: {path} is in one of GDAL&apos;s own file systems, to which results cannot be written; give a file in a folder of this computer, such as {example}.</source>
        <translation>{parameter}: {path} está en uno de los sistemas de archivos propios de GDAL, en los que no se pueden escribir resultados; indicar un archivo en una carpeta de este equipo, como {example}.</translation>
    </message>
    <message>
        <source>{parameter}: {path} cannot be written; the name must end in {ending}.</source>
        <translation>{parameter}: no se puede escribir {path}; el nombre debe terminar en {ending}.</translation>
    </message>
    <message>
        <source>{area} m²</source>
        <translation>{area} m²</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>Superficie (m²)</translation>
    </message>
    <message>
        <source>{name} does not say at which wavelengths its bands lie, so that none can be chosen. Use reflectance that Clean reflectance wrote, or give its bands the metadata item wavelength.</source>
        <translation>{name} no dice en qué longitudes de onda están sus bandas, por lo que no se puede elegir ninguna. Usar la reflectancia escrita por «Depurar reflectancia», o dar a sus bandas el elemento de metadatos wavelength.</translation>
    </message>
    <message>
        <source>{name} has no band at {wavelength:g} nm; the nearest lies at {found:.1f} nm. Choose something without this wavelength, or an image with that band.</source>
        <translation>{name} no tiene ninguna banda a {wavelength:g} nm; la más cercana está a {found:.1f} nm. Elegir algo sin esta longitud de onda, o una imagen con esa banda.</translation>
    </message>
    <message>
        <source>{name}: its bands have wavelengths, but {share:.0%} of the values, which go from {least:g} to {most:g}, are no reflectance (0 to 1.6). If they are reflectance times a factor, give the bands a scale (such as 0.0001 for 10000), or the words in class names and saved centres will not fit.</source>
        <translation>{name}: sus bandas tienen longitudes de onda, pero el {share:.0%} de los valores, que van de {least:g} a {most:g}, no son reflectancia (0 a 1,6). Si son reflectancia multiplicada por un factor, dar a las bandas una escala (como 0,0001 para 10000); de lo contrario, las palabras de los nombres de las clases y los centroides guardados no serán adecuados.</translation>
    </message>
    <message>
        <source>Both tiles and a raster are given</source>
        <translation>Se han indicado tanto teselas como un ráster</translation>
    </message>
    <message>
        <source>Neither tiles nor a raster are given</source>
        <translation>No se han indicado ni teselas ni un ráster</translation>
    </message>
    <message>
        <source>{found}; give one of the two.</source>
        <translation>{found}; indicar una de las dos cosas.</translation>
    </message>
    <message>
        <source>The mask {name} leaves no pixel: it is 0, has no data, or lies elsewhere; choose one that overlaps.</source>
        <translation>La máscara {name} no deja ningún píxel: es 0, no tiene datos o está en otro lugar; elegir una que se solape.</translation>
    </message>
    <message>
        <source>The mask cannot be used: {reason}</source>
        <translation>No se puede usar la máscara: {reason}</translation>
    </message>
    <message>
        <source>The mask {name} holds no polygon; choose a layer of polygons or a raster.</source>
        <translation>La máscara {name} no contiene ningún polígono; elegir una capa de polígonos o un ráster.</translation>
    </message>
    <message>
        <source>a polygon reaches too far</source>
        <translation>un polígono llega demasiado lejos</translation>
    </message>
    <message>
        <source>There is no tile (*.h5) in {paths} or in a folder below; add some.</source>
        <translation>No hay ninguna tesela (*.h5) en {paths} ni en una carpeta por debajo; añadir alguna.</translation>
    </message>
    <message>
        <source>{read} of {bands} bands are read.</source>
        <translation>Se leen {read} de {bands} bandas.</translation>
    </message>
    <message>
        <source>{wavelength:g} nm lies between {low:g} and {high:g} nm, where water vapour absorbs the light; what is shown of it is noise.</source>
        <translation>{wavelength:g} nm está entre {low:g} y {high:g} nm, donde el vapor de agua absorbe la luz; lo que se muestra allí es ruido.</translation>
    </message>
    <message>
        <source>it has no wavelength</source>
        <translation>no contiene ninguna longitud de onda</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is no function</source>
        <translation>«{name}» no es una función</translation>
    </message>
    <message>
        <source>something is missing at its end</source>
        <translation>falta algo al final</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>un paréntesis no está cerrado</translation>
    </message>
    <message>
        <source>it is longer than {most} characters</source>
        <translation>tiene más de {most} caracteres</translation>
    </message>
    <message>
        <source>&quot;{symbol}&quot; is not expected there</source>
        <translation>«{symbol}» no se espera allí</translation>
    </message>
    <message>
        <source>The expression &quot;{text}&quot; cannot be understood, because {reason}; write for instance &quot;(r827-r667)/(r827+r667)&quot;, in which r827 is the reflectance at 827 nm.</source>
        <translation>No se puede interpretar la expresión «{text}», porque {reason}; escribir por ejemplo «(r827-r667)/(r827+r667)», donde r827 es la reflectancia a 827 nm.</translation>
    </message>
    <message>
        <source>{name} has one band, {band}, for {first:g} and {second:g} nm, so that {index} cannot be computed; choose another index or an image with finer bands.</source>
        <translation>{name} tiene una sola banda, {band}, para {first:g} y {second:g} nm, por lo que no se puede calcular {index}; elegir otro índice o una imagen con bandas más finas.</translation>
    </message>
    <message>
        <source>A mask is wanted but no threshold is given; set one, or leave out the mask.</source>
        <translation>Se pide una máscara, pero no se ha indicado ningún umbral; indicar uno o prescindir de la máscara.</translation>
    </message>
    <message>
        <source>Stopped after the first iteration; allow more, or go on from the centres, to let the classes settle.</source>
        <translation>Detenido tras la primera iteración; permitir más o continuar desde los centroides para que las clases se estabilicen.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after the first iteration; {count} pixels are now nearer to the centre of another class. Allow more iterations, or go on from the centres, to let the classes settle.</source>
        <translation>
            <numerusform>Detenido tras la primera iteración; {count} píxel está ahora más cerca del centroide de otra clase. Permitir más iteraciones o continuar desde los centroides para que las clases se estabilicen.</numerusform>
            <numerusform>Detenido tras la primera iteración; {count} píxeles están ahora más cerca del centroide de otra clase. Permitir más iteraciones o continuar desde los centroides para que las clases se estabilicen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} is a damaged model: &quot;{key}&quot; is missing or does not hold the numbers that it should; write the model again.</source>
        <translation>{path} es un modelo dañado: «{key}» falta o no contiene los números que debería; escribir de nuevo el modelo.</translation>
    </message>
    <message>
        <source> over {area}</source>
        <translation> en {area}</translation>
    </message>
    <message>
        <source>Areas are not known: the coordinates are not in a unit of length, or the projection stretches some pixels more than others.</source>
        <translation>No se conocen las superficies: las coordenadas no están en una unidad de longitud, o la proyección estira unos píxeles más que otros.</translation>
    </message>
    <message>
        <source>Values of {name} are typically {theirs}, those of the centres {ours}: one of them may be reflectance and the other integers without scale. Set the scale of the raster&apos;s bands (0.0001 for reflectance times 10,000), or use centres from images of the same kind.</source>
        <translation>Los valores de {name} son típicamente {theirs}, los de los centroides {ours}: unos pueden ser reflectancia y los otros enteros sin escala. Definir la escala de las bandas del ráster (0,0001 para reflectancia multiplicada por 10.000), o usar centroides de imágenes del mismo tipo.</translation>
    </message>
    <message>
        <source>{path} has the class {number} more than once, in the rows {first} and {row}; give each class its own number.</source>
        <translation>{path} contiene la clase {number} más de una vez, en las filas {first} y {row}; dar a cada clase su propio número.</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Folder for the tiles</source>
        <translation>Carpeta para las teselas</translation>
    </message>
    <message>
        <source>An authentication configuration of QGIS that holds your token for NEON, as the password of a basic one. Empty: the token in the environment variable NEON_TOKEN.</source>
        <translation>Una configuración de autenticación de QGIS que contiene el token para NEON, como contraseña de una básica. Vacío: el token de la variable de entorno NEON_TOKEN.</translation>
    </message>
    <message>
        <source>Take all tiles as well that touch the square with sides of twice this length around the point.</source>
        <translation>Tomar también todas las teselas que tocan el cuadrado con lados del doble de esta longitud alrededor del punto.</translation>
    </message>
    <message>
        <source>Take tiles that NEON has not released yet and may still change, too.</source>
        <translation>Tomar también las teselas que NEON aún no ha publicado definitivamente y que todavía pueden cambiar.</translation>
    </message>
    <message>
        <source>A point on the map: the tile that holds it is downloaded, and those within the buffer.</source>
        <translation>Un punto del mapa: se descargan la tesela que lo contiene y las que están dentro del margen.</translation>
    </message>
    <message>
        <source>Code of a NEON site, such as SERC.</source>
        <translation>Código de un sitio de NEON, como SERC.</translation>
    </message>
    <message>
        <source>Year of the flights; List tiles shows in which years a site was flown.</source>
        <translation>Año de los vuelos; «Enumerar teselas» muestra en qué años se sobrevoló un sitio.</translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation>un número entero de {least} a {most}</translation>
    </message>
    <message>
        <source>a number from {least} to {most}</source>
        <translation>un número de {least} a {most}</translation>
    </message>
    <message>
        <source>a number of at least {least}</source>
        <translation>un número de al menos {least}</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un número</translation>
    </message>
    <message>
        <source>A value that stands for no data, as the file stores it (before scale and offset). Those of the file and of the layer&apos;s properties (Transparency) count anyway. Empty: none.</source>
        <translation>Un valor que representa la ausencia de datos, tal como lo guarda el archivo (antes de escala y desplazamiento). Los del archivo y los de las propiedades de la capa (Transparencia) valen en todo caso. Vacío: ninguno.</translation>
    </message>
    <message>
        <source>the connection to its scheduler broke</source>
        <translation>se cortó la conexión con su planificador</translation>
    </message>
    <message>
        <source>The Dask cluster at {address} failed ({reason}); see the log of its scheduler, and run again.</source>
        <translation>El clúster de Dask en {address} falló ({reason}); consulte el registro de su planificador y ejecute de nuevo.</translation>
    </message>
    <message>
        <source>No worker of the Dask cluster has {size:.1f} GB of memory left for {tile}; {tiles} tile(s) need {needed:.1f} GB, and {share:.0%} of a worker&apos;s memory may be in use, for whatever. Start more workers or keep fewer bands.</source>
        <translation>Ningún trabajador del clúster de Dask tiene {size:.1f} GB de memoria libres para {tile}; {tiles} tesela(s) necesitan {needed:.1f} GB, y puede estar ocupado el {share:.0%} de la memoria de un trabajador, para lo que sea. Inicie más trabajadores o conserve menos bandas.</translation>
    </message>
    <message>
        <source>The file has NEON&apos;s format from before 2017; its reflectance is read, but not its ancillary layers and logs.</source>
        <translation>El archivo tiene el formato de NEON anterior a 2017; se lee su reflectancia, pero no sus capas auxiliares ni sus registros.</translation>
    </message>
    <message>
        <source>Asking NEON</source>
        <translation>Consultando a NEON</translation>
    </message>
    <message>
        <source>Drawing the tiles</source>
        <translation>Dibujando las teselas</translation>
    </message>
    <message>
        <source>{} (selected polygons)</source>
        <translation>{} (polígonos seleccionados)</translation>
    </message>
    <message>
        <source>Checking the files that are there</source>
        <translation>Comprobando los archivos que ya están</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <source>{name}: going on after {size}</source>
        <translation>{name}: continúa después de {size}</translation>
    </message>
    <message>
        <source>{name} has {found} bytes on the server, but {size} in NEON&apos;s list; it may just be replaced: run again later.</source>
        <translation>{name} tiene {found} bytes en el servidor, pero {size} en la lista de NEON; quizá se esté sustituyendo: ejecute de nuevo más tarde.</translation>
    </message>
    <message>
        <source>Gives each pixel the class whose centre is nearest, so that a new map joins an earlier one: class n means the same in both. Centres do not change. The bands of the centres are found in the image by wavelength. The same table and choice of colours give the same colours.
Tiles, or one raster: give one of the two. Tiles are read one after the other, so that a whole site needs the memory of one tile. Pixels without data stay without class.
K-means writes the classes that pixels had before the centres moved for the last time, so the map of a run that had not finished (pixels moved in the last iteration) may differ a little from the one that its centres give; otherwise both are the same.
It does not suit images of another kind than the one that the centres come from, such as raw counts instead of reflectance, or another season: every pixel gets a class, however far its centre is.</source>
        <translation>Asigna a cada píxel la clase cuyo centroide está más cerca, de modo que un mapa nuevo enlaza con uno anterior: la clase n significa lo mismo en ambos. Los centroides no cambian. Las bandas de los centroides se buscan en la imagen por su longitud de onda. La misma tabla y la misma elección de colores dan los mismos colores.
Indicar o bien teselas o bien un ráster. Las teselas se leen una tras otra, de modo que un sitio entero necesita la memoria de una sola tesela. Los píxeles sin datos quedan sin clase.
El algoritmo de k-medias escribe las clases que tenían los píxeles antes de que los centroides se movieran por última vez; por eso, el mapa de una ejecución que no había terminado (con píxeles que cambiaron en la última iteración) puede diferir un poco del que dan sus centroides; en los demás casos ambos son iguales.
No es adecuado para imágenes de otro tipo que aquella de la que proceden los centroides, como valores brutos en lugar de reflectancia, u otra estación del año: todos los píxeles reciben una clase, por lejos que esté su centroide.</translation>
    </message>
    <message>
        <source>bands</source>
        <translation>bandas</translation>
    </message>
    <message>
        <source>subset</source>
        <translation>subconjunto</translation>
    </message>
    <message>
        <source>components</source>
        <translation>componentes</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>concordancia</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>comparación</translation>
    </message>
    <message>
        <source>See how classes change with the number of clusters, with fewer bands, and with components.</source>
        <translation>Ver cómo cambian las clases con el número de grupos, con menos bandas y con componentes.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster with several bands, such as cleaned reflectance of all good bands.</source>
        <translation>En lugar de teselas, un ráster de varias bandas, como la reflectancia depurada de todas las bandas buenas.</translation>
    </message>
    <message>
        <source>Numbers of clusters</source>
        <translation>Números de grupos</translation>
    </message>
    <message>
        <source>How many classes to look for, separated by commas.</source>
        <translation>Cuántas clases se buscan, separadas por comas.</translation>
    </message>
    <message>
        <source>Bands and principal components</source>
        <translation>Bandas y componentes principales</translation>
    </message>
    <message>
        <source>Agreement of similar results (%)</source>
        <translation>Concordancia de resultados similares (%)</translation>
    </message>
    <message>
        <source>Results are called similar when at least this share of the pixels has the class of the reference.</source>
        <translation>Los resultados se consideran similares cuando al menos esta proporción de los píxeles tiene la clase de la referencia.</translation>
    </message>
    <message>
        <source>0 chooses well-separated pixels at random, repeatably. 1 starts as NEON&apos;s tutorial with SPy does.</source>
        <translation>0 elige al azar, de forma repetible, píxeles bien separados. 1 empieza como el tutorial de NEON con SPy.</translation>
    </message>
    <message>
        <source>Table of combinations</source>
        <translation>Tabla de combinaciones</translation>
    </message>
    <message>
        <source>A row for each combination, without times.</source>
        <translation>Una fila por cada combinación, sin tiempos.</translation>
    </message>
    <message>
        <source>Largest n with similar results</source>
        <translation>Mayor n con resultados similares</translation>
    </message>
    <message>
        <source>Combinations</source>
        <translation>Combinaciones</translation>
    </message>
    <message>
        <source>Reading pixels</source>
        <translation>Leyendo los píxeles</translation>
    </message>
    <message>
        <source>accuracy assessment</source>
        <translation>evaluación de la exactitud</translation>
    </message>
    <message>
        <source>confusion matrix</source>
        <translation>matriz de confusión</translation>
    </message>
    <message>
        <source>error matrix</source>
        <translation>matriz de errores</translation>
    </message>
    <message>
        <source>cross table</source>
        <translation>tabla cruzada</translation>
    </message>
    <message>
        <source>kappa</source>
        <translation>kappa</translation>
    </message>
    <message>
        <source>rand</source>
        <translation>rand</translation>
    </message>
    <message>
        <source>change</source>
        <translation>cambio</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validación</translation>
    </message>
    <message>
        <source>ground truth</source>
        <translation>verdad terreno</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referencia</translation>
    </message>
    <message>
        <source>Compare classifications</source>
        <translation>Comparar clasificaciones</translation>
    </message>
    <message>
        <source>Compare two class maps, or a class map and reference points or polygons.</source>
        <translation>Comparar dos mapas de clases, o un mapa de clases y puntos o polígonos de referencia.</translation>
    </message>
    <message>
        <source>First map</source>
        <translation>Primer mapa</translation>
    </message>
    <message>
        <source>A class raster of this plugin or any other program, with whole numbers for classes in its first band.</source>
        <translation>Un ráster de clases de este complemento o de cualquier otro programa, con números enteros para las clases en su primera banda.</translation>
    </message>
    <message>
        <source>Match classes</source>
        <translation>Emparejar las clases</translation>
    </message>
    <message>
        <source>By overlap</source>
        <translation>Por solapamiento</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Por número</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Concordancia</translation>
    </message>
    <message>
        <source>The raster to write (GeoTIFF), on the grid of the first map: a number for each pair of classes that occurs, named after both. Pairs that correspond are grey, others have the colour of the class in the second map; 0 is no data. The attribute table has both classes and the area of each pair.</source>
        <translation>El ráster que se escribe (GeoTIFF), en la cuadrícula del primer mapa: un número por cada par de clases que aparece, con el nombre de ambas. Los pares que se corresponden son grises, los demás tienen el color de la clase en el segundo mapa; 0 es sin datos. La tabla de atributos contiene ambas clases y la superficie de cada par.</translation>
    </message>
    <message>
        <source>Cross table</source>
        <translation>Tabla cruzada</translation>
    </message>
    <message>
        <source>A table with a row for each class of the first map: its pixels and area, the class that corresponds to it, precision, recall and F1, and its pixels in each class of the second map.</source>
        <translation>Una tabla con una fila por cada clase del primer mapa: sus píxeles y su superficie, la clase que le corresponde, la precisión, la exhaustividad y F1, y sus píxeles en cada clase del segundo mapa.</translation>
    </message>
    <message>
        <source>Overall agreement (0 to 1)</source>
        <translation>Concordancia global (0 a 1)</translation>
    </message>
    <message>
        <source>Adjusted Rand index</source>
        <translation>Índice de Rand ajustado</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Kappa de Cohen</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparando</translation>
    </message>
    <message>
        <source>Writing the agreement</source>
        <translation>Escribiendo la concordancia</translation>
    </message>
    <message>
        <source>Agreement of {} and {}</source>
        <translation>Concordancia de {} y {}</translation>
    </message>
    <message>
        <source>reclassify</source>
        <translation>reclasificar</translation>
    </message>
    <message>
        <source>recode</source>
        <translation>recodificar</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>renombrar</translation>
    </message>
    <message>
        <source>relabel</source>
        <translation>reetiquetar</translation>
    </message>
    <message>
        <source>combine</source>
        <translation>combinar</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>agregar</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>color</translation>
    </message>
    <message>
        <source>sieve</source>
        <translation>tamizar</translation>
    </message>
    <message>
        <source>majority</source>
        <translation>mayoría</translation>
    </message>
    <message>
        <source>generalise</source>
        <translation>generalizar</translation>
    </message>
    <message>
        <source>salt and pepper</source>
        <translation>sal y pimienta</translation>
    </message>
    <message>
        <source>Merge classes</source>
        <translation>Fusionar clases</translation>
    </message>
    <message>
        <source>Merge, rename and recolour classes, and remove small patches.</source>
        <translation>Fusionar clases, cambiar sus nombres y colores, y eliminar manchas pequeñas.</translation>
    </message>
    <message>
        <source>A class raster of this plugin or any other program, with whole numbers in its first band.</source>
        <translation>Un ráster de clases de este complemento o de cualquier otro programa, con números enteros en su primera banda.</translation>
    </message>
    <message>
        <source>Classes to merge or rename</source>
        <translation>Clases que se fusionan o renombran</translation>
    </message>
    <message>
        <source>Table of classes to merge</source>
        <translation>Tabla de clases que se fusionan</translation>
    </message>
    <message>
        <source>In place of text, a table with the column class, and one or more of new class, name and colour (#1b7837). Rows with the same new class, or the same name, become one class.</source>
        <translation>En lugar de texto, una tabla con la columna class y una o más de new class, name y colour (#1b7837). Las filas con la misma clase nueva, o el mismo nombre, pasan a ser una sola clase.</translation>
    </message>
    <message>
        <source>Smallest patch (pixels)</source>
        <translation>Mancha más pequeña (píxeles)</translation>
    </message>
    <message>
        <source>Patches include diagonal neighbours</source>
        <translation>Las manchas incluyen vecinos en diagonal</translation>
    </message>
    <message>
        <source>Whether pixels that touch at a corner only belong to the same patch.</source>
        <translation>Si los píxeles que solo se tocan en una esquina pertenecen a la misma mancha.</translation>
    </message>
    <message>
        <source>The table of centres of the run that made the classes, to be merged as well.</source>
        <translation>La tabla de centroides de la ejecución que creó las clases, para fusionarlos también.</translation>
    </message>
    <message>
        <source>Merged classes</source>
        <translation>Clases fusionadas</translation>
    </message>
    <message>
        <source>Merged centres</source>
        <translation>Centroides fusionados</translation>
    </message>
    <message>
        <source>The table of merged centres to write, with the pixels and areas of the classes before small patches were removed. It needs the cluster centres.</source>
        <translation>La tabla de centroides fusionados que se escribe, con los píxeles y las superficies de las clases antes de eliminar las manchas pequeñas. Necesita los centroides de los grupos.</translation>
    </message>
    <message>
        <source>There is nothing to do: give {merge}, {table}, or a {sieve} of at least 2.</source>
        <translation>No hay nada que hacer: indique {merge}, {table} o un valor de {sieve} de al menos 2.</translation>
    </message>
    <message>
        <source>{merged} cannot be written without {centres}; choose the table of the run.</source>
        <translation>No se puede escribir {merged} sin {centres}; elija la tabla de la ejecución.</translation>
    </message>
    <message>
        <source>Reading classes</source>
        <translation>Leyendo las clases</translation>
    </message>
    <message>
        <source>Merging classes</source>
        <translation>Fusionando las clases</translation>
    </message>
    <message>
        <source>Merged, {} classes - {}</source>
        <translation>Fusionadas, {} clases - {}</translation>
    </message>
    <message>
        <source>Largest distance to the centre of the class</source>
        <translation>Distancia máxima al centroide de la clase</translation>
    </message>
    <message>
        <source>Unit of the largest distance</source>
        <translation>Unidad de la distancia máxima</translation>
    </message>
    <message>
        <source>Standard deviations of the class</source>
        <translation>Desviaciones estándar de la clase</translation>
    </message>
    <message>
        <source>Distance to the centre</source>
        <translation>Distancia al centroide</translation>
    </message>
    <message>
        <source>How far each pixel is from the centre of its class, in reflectance (GeoTIFF, Float32): large where no class fits.</source>
        <translation>A qué distancia está cada píxel del centroide de su clase, en reflectancia (GeoTIFF, Float32): grande donde ninguna clase se ajusta.</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margen</translation>
    </message>
    <message>
        <source>Second class</source>
        <translation>Segunda clase</translation>
    </message>
    <message>
        <source>Which class comes second, a class raster (GeoTIFF) with the same numbers and colours.</source>
        <translation>Qué clase queda en segundo lugar, un ráster de clases (GeoTIFF) con los mismos números y colores.</translation>
    </message>
    <message>
        <source>Unclassified pixels</source>
        <translation>Píxeles sin clasificar</translation>
    </message>
    <message>
        <source>Second class - {}</source>
        <translation>Segunda clase - {}</translation>
    </message>
    <message>
        <source>Margin - {}</source>
        <translation>Margen - {}</translation>
    </message>
    <message>
        <source>Distance to the centre - {}</source>
        <translation>Distancia al centroide - {}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>By meaning</source>
        <translation>Por significado</translation>
    </message>
    <message>
        <source>Fixed, by number</source>
        <translation>Fijos, por número</translation>
    </message>
    <message>
        <source>Class spectrum (true colour)</source>
        <translation>Espectro de la clase (color verdadero)</translation>
    </message>
    <message>
        <source>0 chooses colours by what the spectra may show: greens for vegetation, blues for water and shadow, browns for bare ground and buildings, white for snow, pinks for what is not known. Colour-blind readers can tell up to 12 apart. 1 gives each class number always the same colour. 2 gives each class the colour that an eye would see. Where the bands do not allow 0 or 2, the fixed ones are used.</source>
        <translation>0 elige los colores según lo que pueden mostrar los espectros: verdes para la vegetación, azules para el agua y la sombra, marrones para el suelo desnudo y los edificios, blanco para la nieve, rosas para lo que no se conoce. Las personas con daltonismo pueden distinguir hasta 12. 1 da a cada número de clase siempre el mismo color. 2 da a cada clase el color que vería el ojo. Si las bandas no permiten 0 o 2, se usan los fijos.</translation>
    </message>
    <message>
        <source>Second map</source>
        <translation>Segundo mapa</translation>
    </message>
    <message>
        <source>A class raster of the same ground. Its grid and coordinate reference system may differ: each pixel of the first map is compared with the pixel that its centre lies in.</source>
        <translation>Un ráster de clases del mismo terreno. Su cuadrícula y su sistema de referencia de coordenadas pueden ser distintos: cada píxel del primer mapa se compara con el píxel en el que está su centro.</translation>
    </message>
    <message>
        <source>Reference points or polygons</source>
        <translation>Puntos o polígonos de referencia</translation>
    </message>
    <message>
        <source>In place of a second map, points or polygons whose class is known, in any coordinate reference system: a point stands for the pixel that it lies in, a polygon for those whose centre lies in it.</source>
        <translation>En lugar de un segundo mapa, puntos o polígonos cuya clase se conoce, en cualquier sistema de referencia de coordenadas: un punto representa el píxel en el que está, un polígono aquellos cuyo centro está dentro de él.</translation>
    </message>
    <message>
        <source>Field of classes</source>
        <translation>Campo de las clases</translation>
    </message>
    <message>
        <source>Of the reference points or polygons: the field of their classes, whole numbers or text. Features whose field is empty are left out.</source>
        <translation>De los puntos o polígonos de referencia: el campo de sus clases, números enteros o texto. Los objetos cuyo campo está vacío se omiten.</translation>
    </message>
    <message>
        <source>{parameter} cannot be opened; choose another layer.</source>
        <translation>No se puede abrir {parameter}; elija otra capa.</translation>
    </message>
    <message>
        <source>{parameter} is {value}; of {layer}, it must be one of {fields}.</source>
        <translation>{parameter} es {value}; para {layer}, debe ser uno de {fields}.</translation>
    </message>
    <message>
        <source>of the type {type}</source>
        <translation>de tipo {type}</translation>
    </message>
    <message>
        <source>number of clusters</source>
        <translation>número de grupos</translation>
    </message>
    <message>
        <source>number of classes</source>
        <translation>número de clases</translation>
    </message>
    <message>
        <source>elbow</source>
        <translation>codo</translation>
    </message>
    <message>
        <source>silhouette</source>
        <translation>silueta</translation>
    </message>
    <message>
        <source>gap statistic</source>
        <translation>estadístico gap</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>estabilidad</translation>
    </message>
    <message>
        <source>optimal k</source>
        <translation>k óptimo</translation>
    </message>
    <message>
        <source>Suggest number of clusters</source>
        <translation>Sugerir el número de grupos</translation>
    </message>
    <message>
        <source>Find out how many classes k-means should look for in tiles or a raster.</source>
        <translation>Averiguar cuántas clases debería buscar k-medias en teselas o en un ráster.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster to be clustered, such as cleaned reflectance. All its bands count.</source>
        <translation>En lugar de teselas, un ráster que se va a agrupar, como la reflectancia depurada. Cuentan todas sus bandas.</translation>
    </message>
    <message>
        <source>Smallest number of classes</source>
        <translation>Número mínimo de clases</translation>
    </message>
    <message>
        <source>The first number of classes to try.</source>
        <translation>El primer número de clases que se prueba.</translation>
    </message>
    <message>
        <source>Largest number of classes</source>
        <translation>Número máximo de clases</translation>
    </message>
    <message>
        <source>The last number of classes to try. With more than 12, colours can no longer be told apart.</source>
        <translation>El último número de clases que se prueba. Con más de 12, los colores ya no se pueden distinguir.</translation>
    </message>
    <message>
        <source>Pixels of the sample</source>
        <translation>Píxeles de la muestra</translation>
    </message>
    <message>
        <source>How many pixels are clustered, drawn at random from those that are read. More take longer.</source>
        <translation>Cuántos píxeles se agrupan, elegidos al azar entre los que se leen. Con más píxeles, tarda más.</translation>
    </message>
    <message>
        <source>The same seed gives the same result; another draws another sample.</source>
        <translation>La misma semilla da el mismo resultado; otra elige otra muestra.</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Medidas</translation>
    </message>
    <message>
        <source>A table of the measures, a row for each number of classes.</source>
        <translation>Una tabla de las medidas, una fila por cada número de clases.</translation>
    </message>
    <message>
        <source>Suggested number of classes</source>
        <translation>Número de clases sugerido</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Trying numbers of classes</source>
        <translation>Probando números de clases</translation>
    </message>
    <message>
        <source>unclassified</source>
        <translation>sin clasificar</translation>
    </message>
    <message>
        <source>There are {count} classes; a class raster holds {most} at most.</source>
        <translation>Hay {count} clases; un ráster de clases admite {most} como máximo.</translation>
    </message>
    <message>
        <source>dimension &quot;{name}&quot;</source>
        <translation>dimensión «{name}»</translation>
    </message>
    <message>
        <source>the list &quot;{name}&quot; has as many entries</source>
        <translation>la lista «{name}» tiene otros tantos elementos</translation>
    </message>
    <message>
        <source>GDAL opens {source} with {bands} bands of {rows} rows and {columns} columns, and the file does not tell which of these numbers is that of the bands. If it is another one, put the bands first, for instance with gdalmdimtranslate -array name=...,transpose=[2,0,1], and use that raster.</source>
        <translation>GDAL abre {source} con {bands} bandas de {rows} filas y {columns} columnas, y el archivo no indica cuál de estos números es el de las bandas. Si es otro, ponga las bandas en primer lugar, por ejemplo con gdalmdimtranslate -array name=...,transpose=[2,0,1], y use ese ráster.</translation>
    </message>
    <message>
        <source>GDAL opens {source} sideways, with {bands} bands of {rows} rows and {columns} columns, of which the {count} {axis} are the bands ({reason}). Put the bands first, for instance with gdalmdimtranslate -array name=...,transpose={order}, and use that raster.</source>
        <translation>GDAL abre {source} de lado, con {bands} bandas de {rows} filas y {columns} columnas, de las que las {count} {axis} son las bandas ({reason}). Ponga las bandas en primer lugar, por ejemplo con gdalmdimtranslate -array name=...,transpose={order}, y use ese ráster.</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>filas</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>columnas</translation>
    </message>
    <message>
        <source>{parameter}: {path} would replace {beside}, which belongs beside it and is {other}; choose another name.</source>
        <translation>{parameter}: {path} reemplazaría {beside}, que va a su lado y es {other}; elija otro nombre.</translation>
    </message>
    <message>
        <source>{name} has no valid pixel: a pixel is used when every band has data there, and no pixel has data in all of them. Bands that lack data, and in how many of the pixels with data: {bands}. {advice}</source>
        <translation>{name} no tiene ningún píxel válido: un píxel se usa cuando todas las bandas tienen datos en él, y ningún píxel tiene datos en todas ellas. Bandas a las que les faltan datos, y en cuántos de los píxeles con datos: {bands}. {advice}</translation>
    </message>
    <message>
        <source>{name}: {share:.1%} of the pixels with data are used, because a pixel is used when every band has data there. Bands that lack data, and in how many of the pixels with data: {bands}. {advice}</source>
        <translation>{name}: se usa el {share:.1%} de los píxeles con datos, porque un píxel se usa cuando todas las bandas tienen datos en él. Bandas a las que les faltan datos, y en cuántos de los píxeles con datos: {bands}. {advice}</translation>
    </message>
    <message>
        <source>All of these bands are needed; use an image in which they have data.</source>
        <translation>Todas estas bandas son necesarias; use una imagen en la que tengan datos.</translation>
    </message>
    <message>
        <source>To use more pixels, leave these bands out: of tiles by the windows to remove, of a raster with gdal_translate -b or with bbl = 0 in its header.</source>
        <translation>Para usar más píxeles, descarte estas bandas: en teselas, mediante las ventanas que se eliminan; en un ráster, con gdal_translate -b o con bbl = 0 en su cabecera.</translation>
    </message>
    <message>
        <source>{name} holds the value {value}, which is no class number; choose a class raster, such as K-means writes.</source>
        <translation>{name} contiene el valor {value}, que no es un número de clase; elija un ráster de clases, como los que escribe el agrupamiento k-medias.</translation>
    </message>
    <message>
        <source>{name} has more than {most} different values, so it holds no classes; choose a class raster, such as K-means writes.</source>
        <translation>{name} tiene más de {most} valores distintos, así que no contiene clases; elija un ráster de clases, como los que escribe el agrupamiento k-medias.</translation>
    </message>
    <message>
        <source>The mask {name}</source>
        <translation>La máscara {name}</translation>
    </message>
    <message>
        <source>{layer} has no coordinate reference system; that of the image is assumed.</source>
        <translation>{layer} no tiene sistema de referencia de coordenadas; se supone el de la imagen.</translation>
    </message>
    <message>
        <source>{layer} has a coordinate reference system and the image has none; the same is assumed for it.</source>
        <translation>{layer} tiene un sistema de referencia de coordenadas y la imagen no; se supone el mismo para ella.</translation>
    </message>
    <message>
        <source>{layer} cannot be projected to the coordinate reference system of the image ({reason}); cut it to the surroundings of the image, or save it in that system.</source>
        <translation>{layer} no se puede proyectar al sistema de referencia de coordenadas de la imagen ({reason}); recorte la capa a los alrededores de la imagen o guárdela en ese sistema.</translation>
    </message>
    <message>
        <source>{layer} does not say where it lies; choose a raster with georeference.</source>
        <translation>{layer} no dice dónde está; elija un ráster georreferenciado.</translation>
    </message>
    <message>
        <source>{layer} cannot be laid over the image ({reason}); choose another raster.</source>
        <translation>{layer} no se puede superponer a la imagen ({reason}); elija otro ráster.</translation>
    </message>
    <message>
        <source>{layer} cannot be read ({reason}); choose another raster.</source>
        <translation>{layer} no se puede leer ({reason}); elija otro ráster.</translation>
    </message>
    <message>
        <source>{layer} cannot be laid over the image ({reason}); choose another one.</source>
        <translation>{layer} no se puede superponer a la imagen ({reason}); elija otra capa.</translation>
    </message>
    <message>
        <source>{name} holds no point or polygon with a class in the field {field}; choose another layer or field.</source>
        <translation>{name} no contiene ningún punto o polígono con una clase en el campo {field}; elija otra capa u otro campo.</translation>
    </message>
    <message numerus="yes">
        <source>{count} features of {name} have no geometry or no class and are left out.</source>
        <translation>
            <numerusform>{count} objeto de {name} no tiene geometría o no tiene clase y se omite.</numerusform>
            <numerusform>{count} objetos de {name} no tienen geometría o no tienen clase y se omiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The field {field} of {name} holds {value}, which is no class; choose a field of whole numbers or of text.</source>
        <translation>El campo {field} de {name} contiene {value}, que no es una clase; elija un campo de números enteros o de texto.</translation>
    </message>
    <message>
        <source>{name} has no valid pixel; choose another raster, or correct its no data value.</source>
        <translation>{name} no tiene ningún píxel válido; elija otro ráster o corrija su valor sin datos.</translation>
    </message>
    <message>
        <source>{second} has no class anywhere in {first}: it lies elsewhere, or has no valid pixel; choose maps of the same ground.</source>
        <translation>{second} no tiene ninguna clase en ningún lugar de {first}: está en otro lugar o no tiene ningún píxel válido; elija mapas del mismo terreno.</translation>
    </message>
    <message>
        <source>No pixel has a class in both {first} and {second}; choose maps that overlap where they have data.</source>
        <translation>Ningún píxel tiene una clase tanto en {first} como en {second}; elija mapas que se solapen donde tienen datos.</translation>
    </message>
    <message>
        <source>No class of {first} has the number or name of one of {second}, so nothing agrees: {first} has {ours}; {second} has {theirs}.</source>
        <translation>Ninguna clase de {first} tiene el número o el nombre de una de {second}, así que nada concuerda: {first} tiene {ours}; {second} tiene {theirs}.</translation>
    </message>
    <message>
        <source>{map} calls both class {one} and class {other} “{name}”, so that names do not tell which classes correspond; merge these classes first, or match classes by overlap.</source>
        <translation>{map} llama «{name}» tanto a la clase {one} como a la clase {other}, de modo que los nombres no indican qué clases se corresponden; fusione antes estas clases o empareje las clases por solapamiento.</translation>
    </message>
    <message>
        <source>other differences</source>
        <translation>otras diferencias</translation>
    </message>
    <message>
        <source>{one} → {other}</source>
        <translation>{one} → {other}</translation>
    </message>
    <message>
        <source>same: {one}</source>
        <translation>igual: {one}</translation>
    </message>
    <message>
        <source>same: {one} = {other}</source>
        <translation>igual: {one} = {other}</translation>
    </message>
    <message>
        <source>Largest distance is {value:g}; it must be 0 or more.</source>
        <translation>«Distancia máxima» es {value:g}; debe ser 0 o más.</translation>
    </message>
    <message>
        <source>The distances of {name} are too large for Float32, so the image or the centres hold numbers that are no reflectance; check both.</source>
        <translation>Las distancias de {name} son demasiado grandes para Float32, de modo que la imagen o los centroides contienen números que no son reflectancias; compruebe ambos.</translation>
    </message>
    <message numerus="yes">
        <source>{count} pixels ({share:.2%}) are farther from the centre of their class than allowed and are unclassified.</source>
        <translation>
            <numerusform>{count} píxel ({share:.2%}) está más lejos del centroide de su clase de lo permitido y queda sin clasificar.</numerusform>
            <numerusform>{count} píxeles ({share:.2%}) están más lejos del centroide de su clase de lo permitido y quedan sin clasificar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Margin to the second class</source>
        <translation>Margen hasta la segunda clase</translation>
    </message>
    <message>
        <source>The numbers of classes to try are {smallest} to {largest}; the smallest must be at least 2, and the largest from there to {most}.</source>
        <translation>Los números de clases que se prueban van de {smallest} a {largest}; el menor debe ser al menos 2, y el mayor, de ese a {most}.</translation>
    </message>
    <message numerus="yes">
        <source>{name} has {count} different valid pixels, too few for {classes} classes; try smaller numbers.</source>
        <translation>
            <numerusform>{name} tiene {count} píxel válido distinto, insuficiente para {classes} clases; pruebe números menores.</numerusform>
            <numerusform>{name} tiene {count} píxeles válidos distintos, insuficientes para {classes} clases; pruebe números menores.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pixels show no clusters: with {classes} classes, the number that the gap alone would choose, their silhouette exceeds that of a single normal distribution by {gain}, less than {least}. K-means then cuts one continuous cloud into pieces; how many is a free choice.</source>
        <translation>Los píxeles no muestran grupos: con {classes} clases, el número que elegiría la brecha por sí sola, su silueta supera la de una sola distribución normal en {gain}, menos de {least}. En ese caso, k-medias corta en trozos una nube continua; en cuántos es una elección libre.</translation>
    </message>
    <message>
        <source>The gap is largest at {classes} classes, the largest number that was tried: there may be finer classes.</source>
        <translation>La brecha es máxima con {classes} clases, el mayor número que se probó: puede haber clases más finas.</translation>
    </message>
    <message>
        <source>The rules disagree: the gap to a single normal distribution rises up to {first} classes and stops there, but is largest at {top}. As no number from {first} to {top} gives classes that stay the same when half of the pixels are clustered, the first counts: {classes}.</source>
        <translation>Las reglas no coinciden: la brecha respecto a una sola distribución normal aumenta hasta {first} clases y ahí deja de aumentar, pero es máxima con {top}. Como ningún número de {first} a {top} da clases que sigan siendo las mismas cuando se agrupa la mitad de los píxeles, cuenta el primero: {classes}.</translation>
    </message>
    <message>
        <source>The rules disagree: the gap to a single normal distribution rises up to {first} classes and stops there, but is largest at {top}. From {first} to {top}, {classes} is the largest number whose classes stay the same when half of the pixels are clustered (stability {stability}).</source>
        <translation>Las reglas no coinciden: la brecha respecto a una sola distribución normal aumenta hasta {first} clases y ahí deja de aumentar, pero es máxima con {top}. De {first} a {top}, {classes} es el mayor número cuyas clases siguen siendo las mismas cuando se agrupa la mitad de los píxeles (estabilidad {stability}).</translation>
    </message>
    <message>
        <source>Other rules, which are right less often, choose: largest silhouette {silhouette}, largest Calinski-Harabasz index {calinski_harabasz}, smallest Davies-Bouldin index {davies_bouldin}, elbow of the squared error {elbow}.</source>
        <translation>Otras reglas, que aciertan con menos frecuencia, eligen: silueta máxima {silhouette}, índice de Calinski-Harabasz máximo {calinski_harabasz}, índice de Davies-Bouldin mínimo {davies_bouldin}, codo del error cuadrático {elbow}.</translation>
    </message>
    <message>
        <source>The classes to merge cannot be understood from “{text}” on; write classes, = and a name, such as {example}.</source>
        <translation>Las clases que se fusionan no se pueden interpretar a partir de «{text}»; escriba clases, = y un nombre, como {example}.</translation>
    </message>
    <message>
        <source>{path} is no table of classes to merge: it must have the column class and one or more of new class, name and colour, and no others.</source>
        <translation>{path} no es una tabla de clases que se fusionan: debe tener la columna class y una o más de new class, name y colour, y ninguna otra.</translation>
    </message>
    <message>
        <source>{path}, row {row}: {problem}</source>
        <translation>{path}, fila {row}: {problem}</translation>
    </message>
    <message>
        <source>Class {number} occurs more than once on the left of the classes to merge; name it once.</source>
        <translation>La clase {number} aparece más de una vez a la izquierda en las clases que se fusionan; nómbrela una sola vez.</translation>
    </message>
    <message>
        <source>Class {number} would get two names or colours, {one} and {other}; give it one.</source>
        <translation>La clase {number} recibiría dos nombres o colores, {one} y {other}; dele uno solo.</translation>
    </message>
    <message>
        <source>Class {number} cannot be in the result, whose classes go from 1 to {most}, as 0 stands for no data; give it another number, such as {example}.</source>
        <translation>La clase {number} no puede estar en el resultado, cuyas clases van de 1 a {most}, pues 0 significa sin datos; dele otro número, como {example}.</translation>
    </message>
    <message>
        <source>Small patches cannot be removed ({reason}).</source>
        <translation>No se pueden eliminar las manchas pequeñas ({reason}).</translation>
    </message>
    <message>
        <source>{name}: &quot;{item}&quot; is not a whole number from 1 to {most}; write for instance &quot;3, 5, 10&quot;.</source>
        <translation>{name}: «{item}» no es un número entero de 1 a {most}; escriba, por ejemplo, «3, 5, 10».</translation>
    </message>
    <message>
        <source>{name} is empty; write numbers such as &quot;3, 5, 10&quot;.</source>
        <translation>{name}: no se ha indicado ningún número; escriba números como «3, 5, 10».</translation>
    </message>
    <message>
        <source>Margin to the second class (reflectance)</source>
        <translation>Margen hasta la segunda clase (reflectancia)</translation>
    </message>
    <message>
        <source>Distance to the centre of the class (reflectance)</source>
        <translation>Distancia al centroide de la clase (reflectancia)</translation>
    </message>
    <message>
        <source>How sure the classes are</source>
        <translation>Qué grado de certeza tienen las clases</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Desviación estándar</translation>
    </message>
    <message>
        <source>Mean margin</source>
        <translation>Margen medio</translation>
    </message>
    <message>
        <source>Most often second</source>
        <translation>Segunda más frecuente</translation>
    </message>
    <message>
        <source>Largest distance</source>
        <translation>Distancia máxima</translation>
    </message>
    <message>
        <source>Certainty of the classes</source>
        <translation>Certeza de las clases</translation>
    </message>
    <message>
        <source>{number} ({share} % of the pixels)</source>
        <translation>{number} ({share} % de los píxeles)</translation>
    </message>
    <message>
        <source>Pixels compared</source>
        <translation>Píxeles comparados</translation>
    </message>
    <message>
        <source>With a class in the first map only</source>
        <translation>Con una clase solo en el primer mapa</translation>
    </message>
    <message>
        <source>With a class in the second map only</source>
        <translation>Con una clase solo en el segundo mapa</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} y {second}</translation>
    </message>
    <message>
        <source>{share} % of {pixels} agree</source>
        <translation>Concuerda el {share} % de {pixels}</translation>
    </message>
    <message>
        <source>{agreeing}; adjusted Rand index {rand}, kappa {kappa}.</source>
        <translation>{agreeing}; índice de Rand ajustado {rand}, kappa {kappa}.</translation>
    </message>
    <message>
        <source>corresponding classes</source>
        <translation>clases correspondientes</translation>
    </message>
    <message>
        <source>Where they differ, in the colours of {second}</source>
        <translation>Dónde difieren, en los colores de {second}</translation>
    </message>
    <message>
        <source>Corresponding classes have the same colour.</source>
        <translation>Las clases correspondientes tienen el mismo color.</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Mapas</translation>
    </message>
    <message>
        <source>On the left the classes of {first}, on the right those of {second}, with their shares of the pixels that were compared; the bands between them are the pixels that they have in common.</source>
        <translation>A la izquierda, las clases de {first}; a la derecha, las de {second}, con sus proporciones de los píxeles comparados; las franjas entre ellas son los píxeles que tienen en común.</translation>
    </message>
    <message>
        <source>Which class became which</source>
        <translation>Qué clase pasó a ser cuál</translation>
    </message>
    <message>
        <source>Corresponds to</source>
        <translation>Corresponde a</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Precision is the share of the pixels of a class in {first} that have the corresponding class in {second}; recall is the share of those in {second} that have it in {first}; F1 is the harmonic mean of both. Where {second} is the truth, precision is the user&apos;s and recall the producer&apos;s accuracy.</source>
        <translation>La precisión es la proporción de los píxeles de una clase en {first} que tienen la clase correspondiente en {second}; la exhaustividad es la proporción de los de {second} que la tienen en {first}; F1 es la media armónica de ambas. Si {second} es la verdad, la precisión es la exactitud del usuario y la exhaustividad, la del productor.</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Todas las clases</translation>
    </message>
    <message>
        <source>Overall agreement</source>
        <translation>Concordancia global</translation>
    </message>
    <message>
        <source>Measures of the classes</source>
        <translation>Medidas de las clases</translation>
    </message>
    <message>
        <source>There are too many classes to show them here; the table that the run can write (CSV) has them all.</source>
        <translation>Hay demasiadas clases para mostrarlas aquí; la tabla que puede escribir la ejecución (CSV) las contiene todas.</translation>
    </message>
    <message>
        <source>Rows are classes of {first}, columns those of {second}, in such an order that corresponding classes lie on the diagonal as far as each class has one.</source>
        <translation>Las filas son las clases de {first}, las columnas las de {second}, en un orden tal que las clases correspondientes están en la diagonal, en la medida en que cada clase tiene una.</translation>
    </message>
    <message>
        <source>In the corresponding class (%)</source>
        <translation>En la clase correspondiente (%)</translation>
    </message>
    <message>
        <source>F1 (%)</source>
        <translation>F1 (%)</translation>
    </message>
    <message>
        <source>Compared with all bands</source>
        <translation>Comparación con todas las bandas</translation>
    </message>
    <message>
        <source>Classes of components and of bands</source>
        <translation>Clases de las componentes y de las bandas</translation>
    </message>
    <message>
        <source>Both clusterings have the same settings and seed. Classes correspond so that most pixels agree. Where k-means has several solutions, the two may end in different ones, whatever the components hold: try another seed. Times are those of clustering, on the components with computing the scores.</source>
        <translation>Ambos agrupamientos tienen los mismos ajustes y la misma semilla. Las clases se hacen corresponder de modo que concuerde el mayor número de píxeles. Donde k-medias tiene varias soluciones, los dos pueden acabar en soluciones distintas, contengan lo que contengan las componentes: pruebe otra semilla. Los tiempos son los del agrupamiento; en el de las componentes se incluye el cálculo de las puntuaciones.</translation>
    </message>
    <message>
        <source>Which class of the first map became which of the second</source>
        <translation>Qué clase del primer mapa pasó a ser cuál del segundo</translation>
    </message>
    <message numerus="yes">
        <source>{count} other classes</source>
        <translation>
            <numerusform>{count} clase más</numerusform>
            <numerusform>{count} clases más</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement with the reference</source>
        <translation>Concordancia con la referencia</translation>
    </message>
    <message>
        <source>All combinations</source>
        <translation>Todas las combinaciones</translation>
    </message>
    <message>
        <source>Share of the pixels that have the class of the reference, in per cent</source>
        <translation>Proporción de los píxeles que tienen la clase de la referencia, en porcentaje</translation>
    </message>
    <message>
        <source>Pixels with the class of the reference (%)</source>
        <translation>Píxeles con la clase de la referencia (%)</translation>
    </message>
    <message>
        <source>Agreement against bands kept</source>
        <translation>Concordancia en función de las bandas conservadas</translation>
    </message>
    <message>
        <source>The reference has the same number of clusters and {bands}. Classes correspond so that most pixels agree. All combinations with the same number of clusters start from the same spectra.</source>
        <translation>La referencia tiene el mismo número de grupos y {bands}. Las clases se hacen corresponder de modo que concuerde el mayor número de píxeles. Todas las combinaciones con el mismo número de grupos parten de los mismos espectros.</translation>
    </message>
    <message numerus="yes">
        <source>{count} clusters, components</source>
        <translation>
            <numerusform>{count} grupo, componentes</numerusform>
            <numerusform>{count} grupos, componentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} clusters, bands</source>
        <translation>
            <numerusform>{count} grupo, bandas</numerusform>
            <numerusform>{count} grupos, bandas</numerusform>
        </translation>
    </message>
    <message>
        <source>Bands kept</source>
        <translation>Bandas conservadas</translation>
    </message>
    <message>
        <source>Clustered</source>
        <translation>Agrupado</translation>
    </message>
    <message>
        <source>Agreement (%)</source>
        <translation>Concordancia (%)</translation>
    </message>
    <message>
        <source>Adjusted Rand</source>
        <translation>Rand ajustado</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>Tiempo (s)</translation>
    </message>
    <message>
        <source>Memory (MB)</source>
        <translation>Memoria (MB)</translation>
    </message>
    <message numerus="yes">
        <source>{count} components of {bands}</source>
        <translation>
            <numerusform>{count} componente de {bands}</numerusform>
            <numerusform>{count} componentes de {bands}</numerusform>
        </translation>
    </message>
    <message>
        <source>Time is that of components, scores and clustering, without reading. Memory is what the values and k-means take if only this combination is run. *: stopped before the classes settled.</source>
        <translation>El tiempo es el de las componentes, las puntuaciones y el agrupamiento, sin la lectura. La memoria es la que ocupan los valores y k-medias si solo se ejecuta esta combinación. *: detenido antes de que las clases se estabilizaran.</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Error cuadrático</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Brecha</translation>
    </message>
    <message>
        <source>Gap to one normal distribution</source>
        <translation>Brecha respecto a una sola distribución normal</translation>
    </message>
    <message>
        <source>Silhouette</source>
        <translation>Silueta</translation>
    </message>
    <message>
        <source>How much nearer pixels are to their own class than to the next; large is good.</source>
        <translation>Cuánto más cerca están los píxeles de su propia clase que de la siguiente; un valor grande es bueno.</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Estabilidad</translation>
    </message>
    <message>
        <source>Calinski-Harabasz</source>
        <translation>Calinski-Harabasz</translation>
    </message>
    <message>
        <source>Calinski-Harabasz index</source>
        <translation>Índice de Calinski-Harabasz</translation>
    </message>
    <message>
        <source>Variance between classes over that within; large is good.</source>
        <translation>Varianza entre clases dividida por la varianza dentro de ellas; un valor grande es bueno.</translation>
    </message>
    <message>
        <source>Davies-Bouldin</source>
        <translation>Davies-Bouldin</translation>
    </message>
    <message>
        <source>Davies-Bouldin index</source>
        <translation>Índice de Davies-Bouldin</translation>
    </message>
    <message>
        <source>Spread of classes over their distance; small is good.</source>
        <translation>Dispersión de las clases dividida por la distancia entre ellas; un valor pequeño es bueno.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Pixels read</source>
        <translation>Píxeles leídos</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>No clusters were found in a sample of {pixels}.</source>
        <translation>No se encontraron grupos en una muestra de {pixels}.</translation>
    </message>
    <message>
        <source>{classes} classes are suggested, from a sample of {pixels}.</source>
        <translation>Se sugieren {classes} clases, a partir de una muestra de {pixels}.</translation>
    </message>
    <message>
        <source>Dashed line: the suggested number of classes.</source>
        <translation>Línea discontinua: el número de clases sugerido.</translation>
    </message>
    <message>
        <source>{classes} (suggested)</source>
        <translation>{classes} (sugerencia)</translation>
    </message>
    <message>
        <source>The image has no bands near red, green and blue; classes have the fixed colours of their numbers.</source>
        <translation>La imagen no tiene bandas cercanas al rojo, el verde y el azul; las clases tienen los colores fijos de sus números.</translation>
    </message>
    <message>
        <source>Classifies the same pixels by k-means in many ways: with several numbers of clusters, with every n-th band for several n, on bands and on principal components. The classes of each combination are matched with those of the reference, which has all bands. A report shows how many pixels keep their class, as a heat map and against the number of bands, with time and memory.
It answers by how much the bands can be thinned out while the results stay similar. The images are read once; all combinations with the same number of clusters start from the same spectra.
Agreement tells how far classes are the same, not how good they are.</source>
        <translation>Clasifica los mismos píxeles mediante k-medias de muchas maneras: con varios números de grupos, con una de cada n bandas para varios n, con bandas y con componentes principales. Las clases de cada combinación se emparejan con las de la referencia, que tiene todas las bandas. Un informe muestra cuántos píxeles conservan su clase, como mapa de calor y en función del número de bandas, con el tiempo y la memoria.
Responde cuánto se puede reducir el número de bandas sin que los resultados dejen de ser similares. Las imágenes se leen una sola vez; todas las combinaciones con el mismo número de grupos parten de los mismos espectros.
La concordancia indica hasta qué punto las clases son las mismas, no si son buenas.</translation>
    </message>
    <message>
        <source>Which subsets of the good bands to classify, separated by commas: 5 keeps every fifth band. The reference has all bands that occur in any subset.</source>
        <translation>Qué subconjuntos de las bandas buenas se clasifican, separados por comas: 5 conserva una de cada cinco bandas. La referencia tiene todas las bandas que aparecen en alguno de los subconjuntos.</translation>
    </message>
    <message>
        <source>Cluster on</source>
        <translation>Agrupar según</translation>
    </message>
    <message>
        <source>0: bands. 1: the scores of their principal components. 2: both; the reference is then that on bands.</source>
        <translation>0: las bandas. 1: las puntuaciones de sus componentes principales. 2: ambas; la referencia es entonces la de las bandas.</translation>
    </message>
    <message>
        <source>0: the bands. 1: the scores of the principal components that are kept, which hardly changes the classes as long as the components hold nearly all of the variance; the report says how far the classes agree with those of all bands, and how much time that saved. Class spectra and centres are those of the bands either way; distances are then those of the scores.</source>
        <translation>0: las bandas. 1: las puntuaciones de las componentes principales conservadas, lo que apenas cambia las clases mientras las componentes contengan casi toda la varianza; el informe indica hasta qué punto las clases concuerdan con las de todas las bandas y cuánto tiempo se ahorró. Los espectros de las clases y los centroides son los de las bandas en ambos casos; las distancias son entonces las de las puntuaciones.</translation>
    </message>
    <message>
        <source>Tells how far two class maps of the same ground agree: runs with different numbers of clusters or bands, k-means of bands and of principal components, maps of two years, or a map and reference samples.
Classes of k-means have no meaning of their own, so that class 3 of one run may be class 5 of another. By default, classes are therefore matched by overlap: each class with at most one of the other map, so that as many pixels as possible agree. Where numbers or names mean the same in both maps, match by these.
The results are the cross table, the overall agreement, Cohen&apos;s kappa, the adjusted Rand index (which needs no matching), and precision, recall and F1 of each class. Only pixels that have a class in both maps count.
A second map, or reference points or polygons: give one of the two.
It does not suit maps with many more classes in one than in the other: each class has one partner at most, so that the overall agreement is low though one map refines the other. The adjusted Rand index and the flow diagram of the report show that better; Merge classes brings such maps to the same classes.</source>
        <translation>Indica hasta qué punto concuerdan dos mapas de clases del mismo terreno: ejecuciones con distintos números de grupos o de bandas, k-medias de bandas y de componentes principales, mapas de dos años, o un mapa y muestras de referencia.
Las clases de k-medias no tienen significado propio, de modo que la clase 3 de una ejecución puede ser la clase 5 de otra. Por eso, de forma predeterminada, las clases se emparejan por solapamiento: cada clase con una del otro mapa como máximo, de modo que concuerde el mayor número posible de píxeles. Si los números o los nombres significan lo mismo en ambos mapas, conviene emparejar por ellos.
Los resultados son la tabla cruzada, la concordancia global, la kappa de Cohen, el índice de Rand ajustado (que no necesita emparejamiento) y la precisión, la exhaustividad y F1 de cada clase. Solo cuentan los píxeles que tienen una clase en ambos mapas.
Indicar o bien un segundo mapa o bien puntos o polígonos de referencia.
No es adecuado si uno de los mapas tiene muchas más clases que el otro: cada clase tiene como máximo una pareja, de modo que la concordancia global es baja aunque un mapa sea un refinamiento del otro. El índice de Rand ajustado y el diagrama de flujo del informe lo muestran mejor; «Fusionar clases» lleva esos mapas a las mismas clases.</translation>
    </message>
    <message>
        <source>Turns a map of many clusters into one of few meaningful classes: classes that show the same are merged, named and coloured, and patches of a few pixels can be given to the largest patch beside them.
What to merge is written as 2+4=forest, 5=road: classes by number or name with + between them, =, and the name of what they become. The merged class has the lowest of their numbers, or the number that is given in place of a name (2+4=7). A colour may follow (2+4=forest #1b7837). Classes that are not named stay as they are. Names with + = , ; in them are put in quotes; a table can say the same.
The result keeps names, colours, attribute table and areas, so that it can be merged again, compared or turned into polygons. The cluster centres of the run can be merged in the same way, each with the weight of its pixels, for Classify with saved centres.
It does not suit rasters of measurements. Merged centres are means: where the merged classes look very different, such as sunlit and shaded forest, few pixels look like their mean, and classifying with the centres of all classes and merging then is better.</source>
        <translation>Convierte un mapa de muchos grupos en uno de pocas clases con significado: las clases que muestran lo mismo se fusionan y reciben un nombre y un color, y las manchas de pocos píxeles se pueden asignar a la mancha más grande que tienen al lado.
Lo que se fusiona se escribe como 2+4=bosque, 5=carretera: las clases por número o nombre con + entre ellas, =, y el nombre de lo que pasan a ser. La clase fusionada tiene el menor de sus números, o el número que se indique en lugar de un nombre (2+4=7). Puede seguir un color (2+4=bosque #1b7837). Las clases que no se nombran quedan como están. Los nombres que contienen + = , ; se ponen entre comillas; una tabla puede indicar lo mismo.
El resultado conserva los nombres, los colores, la tabla de atributos y las superficies, de modo que se puede volver a fusionar, comparar o convertir en polígonos. Los centroides de los grupos de la ejecución se pueden fusionar de la misma manera, cada uno con el peso de sus píxeles, para «Clasificar con centroides guardados».
No es adecuado para rásteres de mediciones. Los centroides fusionados son medias: si las clases fusionadas tienen un aspecto muy distinto, como el bosque soleado y el bosque en sombra, pocos píxeles se parecen a su media, y entonces es mejor clasificar con los centroides de todas las clases y fusionar después.</translation>
    </message>
    <message>
        <source>Such as 2+4=forest, 5=road: on the left classes by number or name, on the right what they become (a name or a class number, and possibly a colour such as #1b7837). Rules are separated by commas or new lines. Names with + = , ; are put in quotes.</source>
        <translation>Por ejemplo, 2+4=bosque, 5=carretera: a la izquierda, las clases por número o nombre; a la derecha, lo que pasan a ser (un nombre o un número de clase y, si se quiere, un color como #1b7837). Las reglas se separan con comas o saltos de línea. Los nombres que contienen + = , ; se ponen entre comillas.</translation>
    </message>
    <message>
        <source>Patches of fewer pixels, after merging, become part of the largest patch beside them. No data is not filled. 0: all patches stay.</source>
        <translation>Las manchas de menos píxeles, tras la fusión, pasan a formar parte de la mancha más grande que tienen al lado. Los píxeles sin datos no se rellenan. 0: se conservan todas las manchas.</translation>
    </message>
    <message>
        <source>{before} classes became {after}.</source>
        <translation>De {before} clases quedaron {after}.</translation>
    </message>
    <message>
        <source>Pixels that are farther from the centre of their class are unclassified: they are 0 in the class raster, with a category of their own, and no data is 255 (65535 for many classes). The centres do not change. Empty: every pixel gets a class.</source>
        <translation>Los píxeles que están más lejos del centroide de su clase quedan sin clasificar: son 0 en el ráster de clases, con una categoría propia, y el valor sin datos es 255 (65535 si hay muchas clases). Los centroides no cambian. Vacío: todos los píxeles reciben una clase.</translation>
    </message>
    <message>
        <source>0: reflectance, as in the distance raster: the root of the sum of squared differences over all bands, so distances grow with the number of bands. 1: multiples of the standard deviation of each class, which is the root of the mean squared distance of its pixels in this run to its centre.</source>
        <translation>0: reflectancia, como en el ráster de distancias: la raíz de la suma de las diferencias al cuadrado en todas las bandas, de modo que las distancias aumentan con el número de bandas. 1: múltiplos de la desviación estándar de cada clase, que es la raíz de la media de las distancias al cuadrado de sus píxeles en esta ejecución a su centroide.</translation>
    </message>
    <message>
        <source>How much farther the nearest other centre is than the centre of the pixel&apos;s class, in reflectance (GeoTIFF, Float32): near 0 where two classes fit equally well. Below 0 where k-means stopped early and another iteration would move the pixel.</source>
        <translation>Cuánto más lejos que el centroide de la clase del píxel está el más cercano de los demás centroides, en reflectancia (GeoTIFF, Float32): cerca de 0 donde dos clases se ajustan por igual. Menor que 0 donde k-medias se detuvo antes de tiempo y otra iteración cambiaría el píxel de clase.</translation>
    </message>
    <message>
        <source>The same seed gives the same result; another seed may give another one. Only for k-means++.</source>
        <translation>La misma semilla da el mismo resultado; otra semilla puede dar otro. Solo para k-medias++.</translation>
    </message>
    <message>
        <source>the path of a file that ends in .csv, as text (a spreadsheet can be saved as CSV)</source>
        <translation>la ruta de un archivo que termine en .csv, como texto (una hoja de cálculo se puede guardar como CSV)</translation>
    </message>
    <message>
        <source>a raster, not an HDF5 file; run Clean reflectance on it first, or Classify tiles for classes</source>
        <translation>un ráster, no un archivo HDF5; ejecute antes «Depurar reflectancia» con él, o «Clasificar teselas» para obtener clases</translation>
    </message>
    <message>
        <source>Points or polygons</source>
        <translation>Puntos o polígonos</translation>
    </message>
    <message>
        <source>Where the class is known, in any coordinate reference system: a point stands for the pixel that it lies in, a polygon for those whose centre lies in it, or for the one under its centroid where it is smaller than a pixel.</source>
        <translation>Dónde se conoce la clase, en cualquier sistema de referencia de coordenadas: un punto representa el píxel en el que está; un polígono, aquellos cuyo centro está dentro de él, o el que está bajo su centroide si es menor que un píxel.</translation>
    </message>
    <message>
        <source>Of points and polygons: the field of their classes, text or whole numbers. Features whose field is empty are left out. Empty: each feature is a class of its own.</source>
        <translation>De los puntos y polígonos: el campo de sus clases, texto o números enteros. Los objetos cuyo campo está vacío se omiten. Vacío: cada objeto es una clase propia.</translation>
    </message>
    <message>
        <source>Class raster</source>
        <translation>Ráster de clases</translation>
    </message>
    <message>
        <source>In place of points or polygons, a class raster that tells the class of each pixel; its grid may differ.</source>
        <translation>En lugar de puntos o polígonos, un ráster de clases que indica la clase de cada píxel; su cuadrícula puede ser distinta.</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>Margen</translation>
    </message>
    <message>
        <source>In the unit of the image, which is metres for NEON&apos;s tiles: pixels whose centre is within this distance of a point count as well, and polygons are made larger, or smaller below 0.</source>
        <translation>En la unidad de la imagen, que en las teselas de NEON son metros: también cuentan los píxeles cuyo centro está a esta distancia o menos de un punto, y los polígonos se agrandan, o se reducen si es menor que 0.</translation>
    </message>
    <message>
        <source>Least NDVI</source>
        <translation>NDVI mínimo</translation>
    </message>
    <message>
        <source>Leave out pixels with a lower NDVI, such as soil between crowns. Empty: use all.</source>
        <translation>Omitir los píxeles con un NDVI menor, como el suelo entre las copas. Vacío: usar todos.</translation>
    </message>
    <message>
        <source>Least brightness</source>
        <translation>Brillo mínimo</translation>
    </message>
    <message>
        <source>Leave out pixels whose mean reflectance (0 to 1) over the bands that are read is lower, such as shade. Empty: use all.</source>
        <translation>Omitir los píxeles cuya reflectancia media (0 a 1) en las bandas que se leen es menor, como la sombra. Vacío: usar todos.</translation>
    </message>
    <message>
        <source>Most pixels of a class (0: all)</source>
        <translation>Máximo de píxeles por clase (0: todos)</translation>
    </message>
    <message>
        <source>Of classes with more pixels, so many are drawn at random before they are read, repeatably. 0: use all.</source>
        <translation>De las clases con más píxeles se elige este número al azar, de forma repetible, antes de leerlos. 0: usar todos.</translation>
    </message>
    <message>
        <source>The same seed draws the same pixels.</source>
        <translation>La misma semilla elige los mismos píxeles.</translation>
    </message>
    <message>
        <source>The places are a raster, so that no layer of them is made.</source>
        <translation>Los lugares son un ráster, así que no se crea ninguna capa de ellos.</translation>
    </message>
    <message>
        <source>Sampled places - {}</source>
        <translation>Lugares muestreados - {}</translation>
    </message>
    <message>
        <source>without pixels</source>
        <translation>sin píxeles</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entrenamiento</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>muestras</translation>
    </message>
    <message>
        <source>region of interest</source>
        <translation>región de interés</translation>
    </message>
    <message>
        <source>roi</source>
        <translation>roi</translation>
    </message>
    <message>
        <source>spectral library</source>
        <translation>biblioteca espectral</translation>
    </message>
    <message>
        <source>endmember</source>
        <translation>endmember</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>firma</translation>
    </message>
    <message>
        <source>crowns</source>
        <translation>copas</translation>
    </message>
    <message>
        <source>plots</source>
        <translation>parcelas</translation>
    </message>
    <message>
        <source>extract</source>
        <translation>extraer</translation>
    </message>
    <message>
        <source>zonal statistics</source>
        <translation>estadísticas de zona</translation>
    </message>
    <message>
        <source>Sample spectra</source>
        <translation>Muestrear espectros</translation>
    </message>
    <message>
        <source>Read the spectra at points, in polygons or of the classes of a raster, with their statistics.</source>
        <translation>Leer los espectros en puntos, en polígonos o de las clases de un ráster, con sus estadísticas.</translation>
    </message>
    <message>
        <source>Reads the spectra of places whose class is known, such as tree crowns or plots, and gives for each class and each feature the mean, standard deviation and range. Of the tiles, only the parts that hold places are read.
K-means can start from the table of spectra, and Classify with saved centres and Spectral angle take it; the library is for other programs.
Pixels that features of different classes claim are left out, and the features named. Shade and soil between crowns go with a least brightness and a least NDVI.
It does not suit places that are known less exactly than a pixel, unless a buffer makes up for it: one step aside may be another species, or its shadow.</source>
        <translation>Lee los espectros de lugares cuya clase se conoce, como copas de árboles o parcelas, y da para cada clase y cada objeto la media, la desviación estándar y el intervalo de valores. De las teselas solo se leen las partes que contienen lugares.
El agrupamiento k-medias puede partir de la tabla de espectros, y «Clasificar con centroides guardados» y «Ángulo espectral» la aceptan; la biblioteca es para otros programas.
Los píxeles que reclaman objetos de clases distintas se omiten, y se indican esos objetos. La sombra y el suelo entre las copas se descartan con un brillo mínimo y un NDVI mínimo.
No es adecuado para lugares que se conocen con menos exactitud que un píxel, salvo que un margen lo compense: un paso más allá puede haber otra especie, o su sombra.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster such as cleaned reflectance; all of its bands are read.</source>
        <translation>En lugar de teselas, un ráster como la reflectancia depurada; se leen todas sus bandas.</translation>
    </message>
    <message>
        <source>Spectra of single pixels as well</source>
        <translation>También los espectros de píxeles individuales</translation>
    </message>
    <message>
        <source>Add a row for each pixel to the statistics, and its spectrum to the library.</source>
        <translation>Añadir a las estadísticas una fila por cada píxel, y a la biblioteca su espectro.</translation>
    </message>
    <message>
        <source>Spectra of classes</source>
        <translation>Espectros de clases</translation>
    </message>
    <message>
        <source>A table of the mean spectrum of each class with its pixels and name, as K-means writes its centres.</source>
        <translation>Una tabla del espectro medio de cada clase con sus píxeles y su nombre, tal como el agrupamiento k-medias escribe sus centroides.</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>A table with mean, standard deviation, 5 and 95 % of each class and each feature; the number of a feature is the field id of the layer of places.</source>
        <translation>Una tabla con la media, la desviación estándar y los percentiles 5 y 95 de cada clase y cada objeto; el número de un objeto es el campo id de la capa de lugares.</translation>
    </message>
    <message>
        <source>Spectral library</source>
        <translation>Biblioteca espectral</translation>
    </message>
    <message>
        <source>The mean spectra of the classes as an ENVI spectral library (.sli with a header .hdr beside it), which SPy, ENVI and EnMAP-Box read.</source>
        <translation>Los espectros medios de las clases como biblioteca espectral de ENVI (.sli con una cabecera .hdr a su lado), que leen SPy, ENVI y EnMAP-Box.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>The points or polygons with id, class, name, pixels, and of their mean spectrum ndvi and brightness; deviation is the mean of the standard deviations of all bands. Not for a class raster.</source>
        <translation>Los puntos o polígonos con id, class, name, pixels y, de su espectro medio, ndvi y brightness; deviation es la media de las desviaciones estándar de todas las bandas. No para un ráster de clases.</translation>
    </message>
    <message>
        <source>Number of pixels</source>
        <translation>Número de píxeles</translation>
    </message>
    <message>
        <source>Finding the pixels</source>
        <translation>Buscando los píxeles</translation>
    </message>
    <message>
        <source>Reading spectra</source>
        <translation>Leyendo los espectros</translation>
    </message>
    <message>
        <source>spectral angle mapper</source>
        <translation>mapeador de ángulo espectral</translation>
    </message>
    <message>
        <source>sam</source>
        <translation>sam</translation>
    </message>
    <message>
        <source>supervised</source>
        <translation>supervisada</translation>
    </message>
    <message>
        <source>matching</source>
        <translation>coincidencia</translation>
    </message>
    <message>
        <source>similarity</source>
        <translation>similitud</translation>
    </message>
    <message>
        <source>asd</source>
        <translation>asd</translation>
    </message>
    <message>
        <source>ecostress</source>
        <translation>ecostress</translation>
    </message>
    <message>
        <source>Spectral angle</source>
        <translation>Ángulo espectral</translation>
    </message>
    <message>
        <source>Give each pixel the class whose spectrum has the most similar shape (spectral angle mapper).</source>
        <translation>Asignar a cada píxel la clase cuyo espectro tiene la forma más parecida (spectral angle mapper).</translation>
    </message>
    <message>
        <source>Measures the angle between the spectrum of each pixel and given spectra, as vectors with a number for each band, and gives the pixel the class of the smallest one. The angle does not depend on brightness, so that a slope in the shade gets the class of a lit one.
The spectra are those of Sample spectra, the centres of K-means, an ENVI spectral library, or text of an ASD spectrometer or of the ECOSTRESS library. Where their bands are not those of the image, they are resampled by FWHM, as the log says.
Pixels without data have no class, nor those that are 0 in all bands. Of spectra at the same angle, the first one counts.
It does not suit classes that differ in brightness only, such as asphalt and concrete. Spectra of a laboratory differ from those of an image by more than the angle between similar plants; those sampled in the image itself serve best.</source>
        <translation>Mide el ángulo entre el espectro de cada píxel y los espectros dados, como vectores con un número por cada banda, y asigna al píxel la clase del ángulo menor. El ángulo no depende del brillo, de modo que una ladera en sombra recibe la clase de una iluminada.
Los espectros son los de «Muestrear espectros», los centroides del agrupamiento k-medias, una biblioteca espectral de ENVI, o texto de un espectrómetro ASD o de la biblioteca ECOSTRESS. Si sus bandas no son las de la imagen, se remuestrean según la FWHM, como indica el registro.
Los píxeles sin datos no tienen clase, ni tampoco los que son 0 en todas las bandas. De los espectros con el mismo ángulo, cuenta el primero.
No es adecuado para clases que solo difieren en el brillo, como el asfalto y el hormigón. Los espectros de laboratorio difieren de los de una imagen en más que el ángulo entre plantas similares; los que se muestrean en la propia imagen son los que mejor sirven.</translation>
    </message>
    <message>
        <source>Spectra</source>
        <translation>Espectros</translation>
    </message>
    <message>
        <source>Spectra (*.csv *.sli *.hdr *.txt);;All files (*)</source>
        <translation>Espectros (*.csv *.sli *.hdr *.txt);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>A table of spectra or cluster centres (CSV), an ENVI spectral library (.sli or .hdr), or text with a column of wavelengths, as of an ASD spectrometer or of the ECOSTRESS library. Units that the file does not state are told by the size of the numbers, as the log says.</source>
        <translation>Una tabla de espectros o de centroides (CSV), una biblioteca espectral de ENVI (.sli o .hdr), o texto con una columna de longitudes de onda, como el de un espectrómetro ASD o el de la biblioteca ECOSTRESS. Las unidades que el archivo no indica se deducen de la magnitud de los números, como dice el registro.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster with wavelengths, such as cleaned reflectance.</source>
        <translation>En lugar de teselas, un ráster con longitudes de onda, como la reflectancia depurada.</translation>
    </message>
    <message>
        <source>Largest angle (radians)</source>
        <translation>Ángulo máximo (radianes)</translation>
    </message>
    <message>
        <source>Pixels with no spectrum within this angle are unclassified: one number such as 0.1 (5.7 degrees), or one for each spectrum in their order, separated by commas. Unclassified pixels are 0, and no data has another number (255, or 65535 for many classes). Empty: every pixel gets a class.</source>
        <translation>Los píxeles sin ningún espectro dentro de este ángulo quedan sin clasificar: un solo número, como 0.1 (5,7 grados), o uno por cada espectro, en su orden, separados por comas. Los píxeles sin clasificar son 0, y el valor sin datos es otro número (255, o 65535 si hay muchas clases). Vacío: todos los píxeles reciben una clase.</translation>
    </message>
    <message>
        <source>Angle to each spectrum</source>
        <translation>Ángulo a cada espectro</translation>
    </message>
    <message>
        <source>Write a band of angles for each spectrum, in place of one with the smallest angle.</source>
        <translation>Escribir una banda de ángulos por cada espectro, en lugar de una sola con el ángulo menor.</translation>
    </message>
    <message>
        <source>The class raster to write (GeoTIFF). Classes have the numbers of the table, or the places of the spectra in the library from 1, and their names.</source>
        <translation>El ráster de clases que se escribe (GeoTIFF). Las clases tienen los números de la tabla, o las posiciones de los espectros en la biblioteca a partir de 1, y sus nombres.</translation>
    </message>
    <message>
        <source>Angles</source>
        <translation>Ángulos</translation>
    </message>
    <message>
        <source>The angles in radians (GeoTIFF, Float32): the smaller, the more alike the shapes of the spectra are.</source>
        <translation>Los ángulos en radianes (GeoTIFF, Float32): cuanto menores, más se parecen las formas de los espectros.</translation>
    </message>
    <message>
        <source>Spectral angle, {} classes - {}</source>
        <translation>Ángulo espectral, {} clases - {}</translation>
    </message>
    <message>
        <source>Spectral angles - {}</source>
        <translation>Ángulos espectrales - {}</translation>
    </message>
    <message>
        <source>Clusters a random sample of pixels into each number of classes of a range, measures how good the classes are, and suggests a number with its reason. The report shows the measures as curves, and the map and the spectra of the classes of each number side by side.
What decides is the gap: how much smaller the error of the classes is than in pixels without clusters that vary as much (one normal distribution). Where two rules for reading the gap disagree, the report gives both numbers, and the suggestion is the largest number between them whose classes stay the same when half of the pixels are clustered. If there are no clusters, the suggestion is 1.
In a model, the suggested number can be passed to K-means as its number of clusters. It is a hint: how many classes are useful depends on what they are for.
Tiles, or one raster: give one of the two. Only every n-th row and column is read.</source>
        <translation>Agrupa una muestra aleatoria de píxeles en cada número de clases de un intervalo, mide la calidad de las clases y sugiere un número con su motivo. El informe muestra las medidas como curvas, y el mapa y los espectros de las clases de cada número uno junto a otro.
Lo que decide es la brecha (gap): cuánto menor es el error de las clases que en píxeles sin grupos que varían lo mismo (una sola distribución normal). Si dos reglas para leer la brecha no coinciden, el informe indica ambos números, y la sugerencia es el mayor número entre ellos cuyas clases siguen siendo las mismas cuando se agrupa la mitad de los píxeles. Si no hay grupos, la sugerencia es 1.
En un modelo, el número sugerido se puede pasar al agrupamiento k-medias como número de grupos. Es una orientación: cuántas clases son útiles depende de para qué se usan.
Indicar o bien teselas o bien un ráster. Solo se lee una de cada n filas y columnas.</translation>
    </message>
    <message>
        <source>{pixels:,} pixels of {bands} bands: {values:.2f} GB of values, {working:.2f} GB to work with</source>
        <translation>{pixels:,} píxeles de {bands} bandas: {values:.2f} GB de valores, {working:.2f} GB para trabajar</translation>
    </message>
    <message>
        <source>What was downloaded is kept; the next run continues from there.</source>
        <translation>Lo descargado se conserva; la siguiente ejecución continúa desde ahí.</translation>
    </message>
    <message>
        <source>it is not text in UTF-8, as which Excel saves “CSV UTF-8”</source>
        <translation>no es texto en UTF-8, como el que Excel guarda con «CSV UTF-8»</translation>
    </message>
    <message numerus="yes">
        <source>In {count} more images, most of the pixels with data are not used for the same reason.</source>
        <translation>
            <numerusform>En {count} imagen más, la mayoría de los píxeles con datos no se usan por el mismo motivo.</numerusform>
            <numerusform>En {count} imágenes más, la mayoría de los píxeles con datos no se usan por el mismo motivo.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} holds points, which cannot be made smaller; choose a buffer of 0 or more.</source>
        <translation>{name} contiene puntos, que no se pueden reducir; elija un margen de 0 o más.</translation>
    </message>
    <message numerus="yes">
        <source>{count} features of {name} are smaller than a pixel; the pixels under their centroids stand for them.</source>
        <translation>
            <numerusform>{count} objeto de {name} es menor que un píxel; lo representa el píxel que está bajo su centroide.</numerusform>
            <numerusform>{count} objetos de {name} son menores que un píxel; los representan los píxeles que están bajo sus centroides.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count:,} pixels of {name} are left out, because their class is not from 1 to {most:,}.</source>
        <translation>Se omiten {count:,} píxeles de {name}, porque su clase no es de 1 a {most:,}.</translation>
    </message>
    <message>
        <source>{name} has {count:,} classes; a class raster holds {most:,} at most, so choose another field.</source>
        <translation>{name} tiene {count:,} clases; un ráster de clases admite {most:,} como máximo, así que elija otro campo.</translation>
    </message>
    <message>
        <source>{id} ({name})</source>
        <translation>{id} ({name})</translation>
    </message>
    <message>
        <source>{one} and {other}: {count}</source>
        <translation>{one} y {other}: {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} pixels of {name} are left out, because features of different classes overlap there ({pairs}).</source>
        <translation>
            <numerusform>Se omite {count} píxel de {name}, porque en él se solapan objetos de clases distintas ({pairs}).</numerusform>
            <numerusform>Se omiten {count} píxeles de {name}, porque en ellos se solapan objetos de clases distintas ({pairs}).</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} holds no point or polygon; choose another layer.</source>
        <translation>{name} no contiene ningún punto ni polígono; elija otra capa.</translation>
    </message>
    <message>
        <source>Mask or weather quality leave no pixel of {name}; choose a mask that lies on it and keeps some of its pixels.</source>
        <translation>La máscara o la calidad meteorológica no dejan ningún píxel de {name}; elija una máscara que esté sobre él y conserve algunos de sus píxeles.</translation>
    </message>
    <message>
        <source>{share} % of the pixels have the corresponding class in a clustering of all bands (adjusted Rand index {rand}); clustering took {seconds} s on {components} and {seconds_of_bands} s on {bands}.</source>
        <translation>El {share} % de los píxeles tiene la clase correspondiente en un agrupamiento de todas las bandas (índice de Rand ajustado {rand}); el agrupamiento tardó {seconds} s con {components} y {seconds_of_bands} s con {bands}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} components</source>
        <translation>
            <numerusform>{count} componente</numerusform>
            <numerusform>{count} componentes</numerusform>
        </translation>
    </message>
    <message>
        <source>The mask keeps {kept:,} of {pixels:,} pixels.</source>
        <translation>La máscara conserva {kept:,} de {pixels:,} píxeles.</translation>
    </message>
    <message>
        <source>The mask keeps no pixel; choose a smaller threshold.</source>
        <translation>La máscara no conserva ningún píxel; elegir un umbral menor.</translation>
    </message>
    <message>
        <source>All pixels of the sample have the same values, so there is one class.</source>
        <translation>Todos los píxeles de la muestra tienen los mismos valores, así que hay una sola clase.</translation>
    </message>
    <message>
        <source>At most {classes} classes are tried, as the sample has only {different} different pixels.</source>
        <translation>Se prueban {classes} clases como máximo, pues la muestra solo tiene {different} píxeles distintos.</translation>
    </message>
    <message>
        <source>{classes} classes: the gap between the squared error and that expected for a single normal distribution rises up to this number, where it is largest.</source>
        <translation>{classes} clases: la brecha entre el error cuadrático y el esperado para una sola distribución normal aumenta hasta este número, con el que es máxima.</translation>
    </message>
    <message>
        <source>There is no class “{text}”; choose from these: {classes}.</source>
        <translation>No hay ninguna clase «{text}»; elija entre estas: {classes}.</translation>
    </message>
    <message>
        <source>The classes to merge take more than {most} characters; write them into a table.</source>
        <translation>Las clases que se fusionan ocupan más de {most} caracteres; escríbalas en una tabla.</translation>
    </message>
    <message>
        <source>The new class “{text}” is not a whole number.</source>
        <translation>La clase nueva «{text}» no es un número entero.</translation>
    </message>
    <message>
        <source>The colour “{text}” cannot be read; write it as {example}.</source>
        <translation>El color «{text}» no se puede interpretar; escríbalo como {example}.</translation>
    </message>
    <message>
        <source>Writing the classes</source>
        <translation>Escribiendo las clases</translation>
    </message>
    <message>
        <source>The spectrum {name} is zero in all bands, so that there is no angle to it; take it out.</source>
        <translation>El espectro {name} es cero en todas las bandas, así que no hay ningún ángulo a él; quítelo.</translation>
    </message>
    <message>
        <source>The largest angle is &quot;{text}&quot;; give an angle in radians, from 0 to 3.14, or one for each class.</source>
        <translation>El ángulo máximo es «{text}»; indique un ángulo en radianes, de 0 a 3.14, o uno por cada clase.</translation>
    </message>
    <message>
        <source>There are {limits} largest angles for {classes} classes; give one, or one for each class.</source>
        <translation>Hay {limits} ángulos máximos para {classes} clases; indique uno solo, o uno por cada clase.</translation>
    </message>
    <message>
        <source>The spectra {one} and {other} have the same shape; all pixels go to the former.</source>
        <translation>Los espectros {one} y {other} tienen la misma forma; todos los píxeles van al primero.</translation>
    </message>
    <message>
        <source>Smallest spectral angle (radians)</source>
        <translation>Ángulo espectral mínimo (radianes)</translation>
    </message>
    <message>
        <source>Spectral angle to {name} (radians)</source>
        <translation>Ángulo espectral a {name} (radianes)</translation>
    </message>
    <message numerus="yes">
        <source>{count} of {all:,} pixels are unclassified: no spectrum is within the largest angle.</source>
        <translation>
            <numerusform>{count} de {all:,} píxeles está sin clasificar: ningún espectro está dentro del ángulo máximo.</numerusform>
            <numerusform>{count} de {all:,} píxeles están sin clasificar: ningún espectro está dentro del ángulo máximo.</numerusform>
        </translation>
    </message>
    <message>
        <source>{clusters}, {clustered}: {share} % of the pixels have the class of the reference; {iterations}, {seconds} s.</source>
        <translation>{clusters}, {clustered}: el {share} % de los píxeles tiene la clase de la referencia; {iterations}, {seconds} s.</translation>
    </message>
    <message numerus="yes">
        <source>{count} clusters</source>
        <translation>
            <numerusform>{count} grupo</numerusform>
            <numerusform>{count} grupos</numerusform>
        </translation>
    </message>
    <message>
        <source>Even with all bands of the reference, there is a combination in which only {share} % of the pixels have the class of the reference; results are called similar from {similar} % on.</source>
        <translation>Incluso con todas las bandas de la referencia hay una combinación en la que solo el {share} % de los píxeles tiene la clase de la referencia; los resultados se consideran similares a partir del {similar} %.</translation>
    </message>
    <message>
        <source>With fewer than the {bands} bands of the reference, less than {similar} % of the pixels have its class in some combination.</source>
        <translation>Con menos de las {bands} bandas de la referencia, menos del {similar} % de los píxeles tienen su clase en al menos una combinación.</translation>
    </message>
    <message>
        <source>Keeping one band in {factor} ({bands} of {all}), at least {share} % of the pixels have the class of the reference in every combination; results are called similar from {similar} % on.</source>
        <translation>Conservando una banda de cada {factor} ({bands} de {all}), al menos el {share} % de los píxeles tiene la clase de la referencia en todas las combinaciones; los resultados se consideran similares a partir del {similar} %.</translation>
    </message>
    <message>
        <source>The margin is the distance to the nearest other centre less that to the centre of the class: where it is near 0, two classes fit equally well. Distances are the root of the sum of squared differences over all bands or components; the standard deviation is the root of the mean squared distance of the pixels of a class.</source>
        <translation>El margen es la distancia al más cercano de los demás centroides menos la distancia al centroide de la clase: donde está cerca de 0, dos clases se ajustan igual de bien. Las distancias son la raíz de la suma de las diferencias al cuadrado en todas las bandas o componentes; la desviación estándar es la raíz de la media de las distancias al cuadrado de los píxeles de una clase.</translation>
    </message>
    <message>
        <source>Pixels, shares and spectra of the other tables count unclassified pixels with their class.</source>
        <translation>Los píxeles, las proporciones y los espectros de las demás tablas cuentan los píxeles sin clasificar con su clase.</translation>
    </message>
    <message numerus="yes">
        <source>{left} → {right}: {count} pixels ({share})</source>
        <translation>
            <numerusform>{left} → {right}: {count} píxel ({share})</numerusform>
            <numerusform>{left} → {right}: {count} píxeles ({share})</numerusform>
        </translation>
    </message>
    <message>
        <source>{pixels} of {classes}</source>
        <translation>{pixels} de {classes}</translation>
    </message>
    <message>
        <source>{words}, from {features}.</source>
        <translation>{words}, de {features}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} features</source>
        <translation>
            <numerusform>{count} objeto</numerusform>
            <numerusform>{count} objetos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} features lie outside</source>
        <translation>
            <numerusform>{count} objeto está fuera</numerusform>
            <numerusform>{count} objetos están fuera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pixels have no data</source>
        <translation>
            <numerusform>{count} píxel no tiene datos</numerusform>
            <numerusform>{count} píxeles no tienen datos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pixels are not green or bright enough</source>
        <translation>
            <numerusform>{count} píxel no es lo bastante verde o brillante</numerusform>
            <numerusform>{count} píxeles no son lo bastante verdes o brillantes</numerusform>
        </translation>
    </message>
    <message>
        <source>no pixel is left</source>
        <translation>no queda ningún píxel</translation>
    </message>
    <message>
        <source>there is one pixel, so that its spread is not known</source>
        <translation>hay un solo píxel, de modo que no se conoce su dispersión</translation>
    </message>
    <message>
        <source>{name}: {reasons}.</source>
        <translation>{name}: {reasons}.</translation>
    </message>
    <message>
        <source>Lines are means; the shading leaves out the lowest and the highest 5 % of the pixels of a class.</source>
        <translation>Las líneas son medias; el sombreado deja fuera el 5 % de los píxeles de cada extremo de una clase.</translation>
    </message>
    <message>
        <source>NDVI of the mean</source>
        <translation>NDVI de la media</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Fuera</translation>
    </message>
    <message>
        <source>Pixels used</source>
        <translation>Píxeles usados</translation>
    </message>
    <message>
        <source>Without data</source>
        <translation>Sin datos</translation>
    </message>
    <message>
        <source>Not green or bright enough</source>
        <translation>No lo bastante verdes o brillantes</translation>
    </message>
    <message>
        <source>Claimed by several classes</source>
        <translation>Reclamados por varias clases</translation>
    </message>
    <message>
        <source>What became of the places</source>
        <translation>Qué fue de los lugares</translation>
    </message>
    <message>
        <source>Classes with fewer than {few} pixels, whose spread is hardly known: {names}.</source>
        <translation>Clases con menos de {few} píxeles, cuya dispersión apenas se conoce: {names}.</translation>
    </message>
    <message>
        <source>Places in the image</source>
        <translation>Lugares en la imagen</translation>
    </message>
    <message>
        <source>Every n-th band (number of bands)</source>
        <translation>Una de cada n bandas (número de bandas)</translation>
    </message>
    <message numerus="yes">
        <source>{count} bands (one in {factor})</source>
        <translation>
            <numerusform>{count} banda (una de cada {factor})</numerusform>
            <numerusform>{count} bandas (una de cada {factor})</numerusform>
        </translation>
    </message>
    <message>
        <source>Every n-th band</source>
        <translation>Una de cada n bandas</translation>
    </message>
    <message>
        <source>It always falls; the elbow rule takes the number at the sharpest bend.</source>
        <translation>Siempre disminuye; la regla del codo toma el número del quiebro más pronunciado.</translation>
    </message>
    <message>
        <source>How much smaller the error is than for pixels without clusters. The suggestion follows it.</source>
        <translation>Cuánto menor es el error que en píxeles sin grupos. La sugerencia se guía por él.</translation>
    </message>
    <message>
        <source>Silhouette gain</source>
        <translation>Ganancia de silueta</translation>
    </message>
    <message>
        <source>Silhouette gain over one normal distribution</source>
        <translation>Ganancia de silueta respecto a una sola distribución normal</translation>
    </message>
    <message>
        <source>Below 0.07, the pixels show no clusters.</source>
        <translation>Por debajo de 0,07, los píxeles no muestran grupos.</translation>
    </message>
    <message>
        <source>How alike the classes of half samples are (adjusted Rand index): 1 is the same, 0 is chance.</source>
        <translation>Cuánto se parecen las clases de mitades de la muestra (índice de Rand ajustado): 1 es iguales, 0 es azar.</translation>
    </message>
    <message>
        <source>For each number of classes, a map and the mean spectra, with the share of each class in the sample. The names of classes are guesses from their spectra alone.</source>
        <translation>Para cada número de clases, un mapa y los espectros medios, con la proporción de cada clase en la muestra. Los nombres de las clases son conjeturas basadas solo en sus espectros.</translation>
    </message>
    <message>
        <source>{path} is the header of {kind}, not of an ENVI spectral library; choose another file.</source>
        <translation>{path} es la cabecera de {kind}, no de una biblioteca espectral de ENVI; elija otro archivo.</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>una imagen</translation>
    </message>
    <message>
        <source>spectrum {number}</source>
        <translation>espectro {number}</translation>
    </message>
    <message>
        <source>{path} describes complex numbers or several bands, which are no spectral library; choose another file.</source>
        <translation>{path} describe números complejos o varias bandas, que no son una biblioteca espectral; elija otro archivo.</translation>
    </message>
    <message>
        <source>{path} has {size:,} bytes, but its header describes {needed:,}; copy both files again.</source>
        <translation>{path} tiene {size:,} bytes, pero su cabecera describe {needed:,}; copie de nuevo ambos archivos.</translation>
    </message>
    <message>
        <source>{path} is a header without its data; put {data} beside it.</source>
        <translation>{path} es una cabecera sin sus datos; ponga {data} a su lado.</translation>
    </message>
    <message>
        <source>{path} has no whole number for &quot;{key}&quot;, which an ENVI header needs; correct it.</source>
        <translation>{path} no tiene un número entero en «{key}», que una cabecera de ENVI necesita; corríjalo.</translation>
    </message>
    <message>
        <source>{path} has {found} numbers for &quot;{key}&quot;, but {bands} bands; correct it.</source>
        <translation>{path} tiene {found} números en «{key}», pero {bands} bandas; corríjalo.</translation>
    </message>
    <message>
        <source>{path} holds no spectrum with values; choose another library.</source>
        <translation>{path} no contiene ningún espectro con valores; elija otra biblioteca.</translation>
    </message>
    <message>
        <source>{path} does not say what unit its wavelengths have ({unit}); give them in nm or micrometers.</source>
        <translation>{path} no dice qué unidad tienen sus longitudes de onda ({unit}); indíquelas en nm o micrómetros.</translation>
    </message>
    <message>
        <source>none is given</source>
        <translation>no se indica ninguna</translation>
    </message>
    <message>
        <source>{path} does not say in which unit its wavelengths are; {unit} are assumed, as they go from {low} to {high}.</source>
        <translation>{path} no dice en qué unidad están sus longitudes de onda; se suponen {unit}, pues van de {low} a {high}.</translation>
    </message>
    <message>
        <source>micrometers</source>
        <translation>micrómetros</translation>
    </message>
    <message>
        <source>{path} has values up to {value} when they are read in the unit that it states, which no reflectance is; check its unit.</source>
        <translation>{path} tiene valores de hasta {value} si se leen en la unidad que indica, lo que no es ninguna reflectancia; compruebe su unidad.</translation>
    </message>
    <message>
        <source>reflectance from 0 to 1</source>
        <translation>reflectancia de 0 a 1</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>porcentaje</translation>
    </message>
    <message>
        <source>reflectance times 10,000</source>
        <translation>reflectancia multiplicada por 10.000</translation>
    </message>
    <message>
        <source>{path} does not say in which unit its values are; {unit} is assumed, as they go up to {value}.</source>
        <translation>{path} no dice en qué unidad están sus valores; se supone {unit}, pues llegan hasta {value}.</translation>
    </message>
    <message>
        <source>{path} has values up to {value}, which no unit of reflectance has (0 to 1, percent, times 10,000); choose a library of reflectance.</source>
        <translation>{path} tiene valores de hasta {value}, que no corresponden a ninguna unidad de reflectancia (0 a 1, porcentaje, por 10.000); elija una biblioteca de reflectancia.</translation>
    </message>
    <message>
        <source>{path} is a folder; choose a file of spectra.</source>
        <translation>{path} es una carpeta; elija un archivo de espectros.</translation>
    </message>
    <message>
        <source>The wavelengths of {owner} are not those of {name}; choose spectra of the same range.</source>
        <translation>Las longitudes de onda de {owner} no son las de {name}; elija espectros del mismo intervalo.</translation>
    </message>
    <message>
        <source>{owner} has {bands} bands; its spectra are resampled by FWHM to the {found} bands of {name} that they overlap.</source>
        <translation>{owner} tiene {bands} bandas; sus espectros se remuestrean según la FWHM a las {found} bandas de {name} con las que se solapan.</translation>
    </message>
    <message>
        <source>No valid pixel is left, because none of the places lies in {name}; choose others, or an image of their surroundings.</source>
        <translation>No queda ningún píxel válido, porque ninguno de los lugares está en {name}; elija otros, o una imagen de sus alrededores.</translation>
    </message>
    <message>
        <source>No place of {name} is as green or bright as asked for; choose lower limits.</source>
        <translation>Ningún lugar de {name} es tan verde o brillante como se pide; elija límites más bajos.</translation>
    </message>
    <message>
        <source>{name} has no valid pixel at any of the places: it has no data there, or its mask leaves them out; choose others.</source>
        <translation>{name} no tiene ningún píxel válido en ninguno de los lugares: allí no tiene datos, o su máscara los descarta; elija otros.</translation>
    </message>
    <message>
        <source>Spectra of {name}, reflectance</source>
        <translation>Espectros de {name}, reflectancia</translation>
    </message>
    <message>
        <source>{path}: line {number}, &quot;{text}&quot;, has not {columns} numbers as those above; correct it.</source>
        <translation>{path}: la línea {number}, «{text}», no tiene {columns} números como las anteriores; corríjala.</translation>
    </message>
    <message>
        <source>{path} is no text file of spectra; choose an ENVI spectral library, a table (CSV), or text with columns of wavelengths and reflectance.</source>
        <translation>{path} no es un archivo de texto de espectros; elija una biblioteca espectral de ENVI, una tabla (CSV), o texto con columnas de longitudes de onda y reflectancia.</translation>
    </message>
    <message>
        <source>{path} holds no columns of wavelengths and reflectance; choose an ENVI spectral library, a table that this plugin wrote (CSV), or text of an ASD spectrometer or of the ECOSTRESS library.</source>
        <translation>{path} no contiene columnas de longitudes de onda y reflectancia; elija una biblioteca espectral de ENVI, una tabla escrita por este complemento (CSV), o texto de un espectrómetro ASD o de la biblioteca ECOSTRESS.</translation>
    </message>
    <message>
        <source>{path} holds &quot;{quantity}&quot;, not reflectance; choose spectra of reflectance.</source>
        <translation>{path} contiene «{quantity}», no reflectancia; elija espectros de reflectancia.</translation>
    </message>
    <message>
        <source>maximum likelihood</source>
        <translation>máxima verosimilitud</translation>
    </message>
    <message>
        <source>gaussian</source>
        <translation>gaussiano</translation>
    </message>
    <message>
        <source>classifier</source>
        <translation>clasificador</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Clasificador</translation>
    </message>
    <message>
        <source>The classifier that an earlier run wrote.</source>
        <translation>El clasificador que escribió una ejecución anterior.</translation>
    </message>
    <message>
        <source>gmlc</source>
        <translation>gmlc</translation>
    </message>
    <message>
        <source>maxlik</source>
        <translation>maxlik</translation>
    </message>
    <message>
        <source>qda</source>
        <translation>qda</translation>
    </message>
    <message>
        <source>lda</source>
        <translation>lda</translation>
    </message>
    <message>
        <source>discriminant</source>
        <translation>discriminante</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>exactitud</translation>
    </message>
    <message>
        <source>species</source>
        <translation>especies</translation>
    </message>
    <message>
        <source>Gaussian classifier</source>
        <translation>Clasificador gaussiano</translation>
    </message>
    <message>
        <source>In place of tiles, a raster such as cleaned reflectance or component scores; all bands are read.</source>
        <translation>En lugar de teselas, un ráster como la reflectancia depurada o las puntuaciones de las componentes; se leen todas las bandas.</translation>
    </message>
    <message>
        <source>Share of variance to keep (0: classify by the bands)</source>
        <translation>Proporción de varianza que se conserva (0: clasificar por las bandas)</translation>
    </message>
    <message>
        <source>Classify by the fewest principal components of the image that hold this share of the variance of all bands, which need fewer samples. 0: by the bands themselves, which is slower and can tell apart what differs in a few bands only.</source>
        <translation>Clasificar por el menor número de componentes principales de la imagen que contienen esta proporción de la varianza de todas las bandas, que necesitan menos muestras. 0: por las propias bandas, lo que es más lento y puede distinguir lo que difiere solo en unas pocas bandas.</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriz de confusión</translation>
    </message>
    <message>
        <source>A table of held-out pixels: a row for each class that they got, a column for each true class, then user&apos;s and producer&apos;s accuracy with confidence intervals.</source>
        <translation>Una tabla de los píxeles reservados: una fila por cada clase que recibieron, una columna por cada clase verdadera, y además las exactitudes del usuario y del productor con intervalos de confianza.</translation>
    </message>
    <message>
        <source>Overall accuracy (0 to 1)</source>
        <translation>Exactitud global (0 a 1)</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Finding the training pixels</source>
        <translation>Buscando los píxeles de entrenamiento</translation>
    </message>
    <message>
        <source>Reading the image</source>
        <translation>Leyendo la imagen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>The class raster to write (GeoTIFF), with the numbers, names and colours of the classes.</source>
        <translation>El ráster de clases que se escribe (GeoTIFF), con los números, los nombres y los colores de las clases.</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>The probability of the class of each pixel among all classes (GeoTIFF, Float32), 0 to 1: low where two classes fit alike.</source>
        <translation>La probabilidad de la clase de cada píxel entre todas las clases (GeoTIFF, Float32), de 0 a 1: baja donde dos clases se ajustan por igual.</translation>
    </message>
    <message>
        <source>Confidence - {}</source>
        <translation>Confianza - {}</translation>
    </message>
    <message>
        <source>Training points or polygons</source>
        <translation>Puntos o polígonos de entrenamiento</translation>
    </message>
    <message>
        <source>Where the class is known, in any coordinate reference system: a point stands for the pixel that it lies in, a polygon for those whose centre lies in it, or for the one under its centroid where it is smaller than a pixel. Pixels that several classes claim are left out.</source>
        <translation>Dónde se conoce la clase, en cualquier sistema de referencia de coordenadas: un punto representa el píxel en el que está; un polígono, aquellos cuyo centro está dentro de él, o el que está bajo su centroide si es menor que un píxel. Los píxeles que reclaman varias clases se omiten.</translation>
    </message>
    <message>
        <source>Of points and polygons: the field of their classes, text or whole numbers. Features whose field is empty are left out.</source>
        <translation>De los puntos y polígonos: el campo de sus clases, texto o números enteros. Los objetos cuyo campo está vacío se omiten.</translation>
    </message>
    <message>
        <source>Field of groups</source>
        <translation>Campo de grupos</translation>
    </message>
    <message>
        <source>Of points and polygons: what they belong to, such as a plot. Those of a group are trained or tested with together, as they are more alike than others. Empty: each feature is a group.</source>
        <translation>De los puntos y polígonos: a qué pertenecen, por ejemplo a una parcela. Los de un grupo se usan juntos para entrenar o para evaluar, pues se parecen más entre sí que a los demás. Vacío: cada objeto es un grupo.</translation>
    </message>
    <message>
        <source>Share of the samples to test with</source>
        <translation>Proporción de las muestras para la evaluación</translation>
    </message>
    <message>
        <source>So many of the polygons, points or groups of each class, or pixels of a class raster, are not used to train but to test. Where a class has fewer than 10, all are tested in turn, five times, each by a classifier trained with the others. 0: the accuracy is not tested.</source>
        <translation>Esta proporción de los polígonos, puntos o grupos de cada clase, o de los píxeles de un ráster de clases, no se usa para entrenar, sino para evaluar. Si una clase tiene menos de 10, se evalúan todos por turnos, en cinco veces, cada uno con un clasificador entrenado con los demás. 0: la exactitud no se evalúa.</translation>
    </message>
    <message>
        <source>Prior probabilities</source>
        <translation>Probabilidades a priori</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Iguales</translation>
    </message>
    <message>
        <source>Shares of the training pixels</source>
        <translation>Proporciones de los píxeles de entrenamiento</translation>
    </message>
    <message>
        <source>From a table</source>
        <translation>De una tabla</translation>
    </message>
    <message>
        <source>How frequent classes are expected to be: 0 all alike; 1 as the training pixels, which suits samples that were drawn at random; 2 as a table says. Of pixels that suit several classes, frequent ones get more.</source>
        <translation>Qué frecuencia se espera de las clases: 0 todas igual; 1 como los píxeles de entrenamiento, lo que es adecuado para muestras elegidas al azar; 2 como indica una tabla. De los píxeles que encajan en varias clases, las frecuentes reciben más.</translation>
    </message>
    <message>
        <source>Table of priors</source>
        <translation>Tabla de probabilidades a priori</translation>
    </message>
    <message>
        <source>For priors from a table: a CSV file with the columns &quot;class&quot; (name or number) and &quot;prior&quot; or &quot;pixels&quot;, such as the class counts of an earlier map. The sum does not matter.</source>
        <translation>Para probabilidades a priori de una tabla: un archivo CSV con las columnas «class» (nombre o número) y «prior» o «pixels», como los recuentos de las clases de un mapa anterior. La suma no importa.</translation>
    </message>
    <message>
        <source>Share to reject</source>
        <translation>Proporción que se rechaza</translation>
    </message>
    <message>
        <source>Leave pixels unclassified that are farther from their class than all but this share of its own pixels would be, such as 0.01. Unclassified pixels are 0, and no data has another number (255, or 65535 for many classes). 0: every pixel gets a class.</source>
        <translation>Dejar sin clasificar los píxeles que están más lejos de su clase de lo que estarían todos sus propios píxeles salvo esta proporción, por ejemplo 0,01. Los píxeles sin clasificar son 0, y el valor sin datos es otro número (255, o 65535 si hay muchas clases). 0: todos los píxeles reciben una clase.</translation>
    </message>
    <message>
        <source>Share of the pooled covariance</source>
        <translation>Proporción de la covarianza combinada</translation>
    </message>
    <message>
        <source>How much of the covariance of a class is that of all classes together, which makes up for few samples. Empty: the share for each class with which held-out samples are most likely. 0: none, as SPy does, which needs more samples in each class than bands or components. 1: all classes have the same covariance.</source>
        <translation>Qué parte de la covarianza de una clase es la de todas las clases juntas, lo que compensa la falta de muestras. Vacío: para cada clase, la proporción con la que las muestras reservadas son más verosímiles. 0: ninguna, como hace SPy, lo que exige en cada clase más muestras que bandas o componentes. 1: todas las clases tienen la misma covarianza.</translation>
    </message>
    <message>
        <source>{parameter} is missing; choose a table, or other priors.</source>
        <translation>Falta {parameter}; elija una tabla u otras probabilidades a priori.</translation>
    </message>
    <message numerus="yes">
        <source>{count} classes have only one training pixel, so that their spread is not known, and are left out: {names}.</source>
        <translation>
            <numerusform>{count} clase tiene un solo píxel de entrenamiento, de modo que no se conoce su dispersión, y se omite: {names}.</numerusform>
            <numerusform>{count} clases tienen un solo píxel de entrenamiento, de modo que no se conoce su dispersión, y se omiten: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The training samples have {classes}; a classifier needs at least 2, with {least} pixels each; choose other samples or another field.</source>
        <translation>Las muestras de entrenamiento tienen {classes}; un clasificador necesita al menos 2, con {least} píxeles cada una; elija otras muestras u otro campo.</translation>
    </message>
    <message numerus="yes">
        <source>{count} classes with enough pixels</source>
        <translation>
            <numerusform>{count} clase con suficientes píxeles</numerusform>
            <numerusform>{count} clases con suficientes píxeles</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>Classes with fewer than {least:,} training pixels, {factor} for each of the {features} bands or components: {names}. Their covariances are uncertain.</source>
        <translation>Clases con menos de {least:,} píxeles de entrenamiento, {factor} por cada una de las {features} bandas o componentes: {names}. Sus covarianzas son inciertas.</translation>
    </message>
    <message>
        <source>No class has enough training samples to hold some out, so that the accuracy is not known.</source>
        <translation>Ninguna clase tiene suficientes muestras de entrenamiento para reservar algunas, así que no se conoce la exactitud.</translation>
    </message>
    <message>
        <source>Of classes with one polygon or group, nothing can be held out, so they are not tested: {names}.</source>
        <translation>De las clases con un solo polígono o grupo no se puede reservar nada, así que no se evalúan: {names}.</translation>
    </message>
    <message>
        <source>Probability of the class</source>
        <translation>Probabilidad de la clase</translation>
    </message>
    <message numerus="yes">
        <source>{count} of {all:,} pixels are unclassified: they are too far from every class.</source>
        <translation>
            <numerusform>{count} de {all:,} píxeles está sin clasificar: está demasiado lejos de todas las clases.</numerusform>
            <numerusform>{count} de {all:,} píxeles están sin clasificar: están demasiado lejos de todas las clases.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each class has only one training sample, so that their spread is not known; give more samples.</source>
        <translation>Cada clase tiene una sola muestra de entrenamiento, de modo que no se conoce su dispersión; indique más muestras.</translation>
    </message>
    <message>
        <source>The training samples of each class are the same in some band or component, so that their spread is not known; give more samples, or use fewer components.</source>
        <translation>Las muestras de entrenamiento de cada clase son iguales en alguna banda o componente, de modo que no se conoce su dispersión; indique más muestras o use menos componentes.</translation>
    </message>
    <message>
        <source>Without the pooled covariance, each class needs at least {needed} training samples, one more than there are bands or components ({few}); leave its share empty, or use fewer components.</source>
        <translation>Sin la covarianza combinada, cada clase necesita al menos {needed} muestras de entrenamiento, una más que bandas o componentes hay ({few}); deje vacía su proporción o use menos componentes.</translation>
    </message>
    <message>
        <source>{path} is not a classifier of this plugin; choose one that is.</source>
        <translation>{path} no es un clasificador de este complemento; elija uno que lo sea.</translation>
    </message>
    <message>
        <source>{path} is no table of priors: it needs the columns &quot;class&quot; and &quot;prior&quot; (or &quot;pixels&quot;).</source>
        <translation>{path} no es una tabla de probabilidades a priori: necesita las columnas «class» y «prior» (o «pixels»).</translation>
    </message>
    <message>
        <source>{path} has no prior above 0 for the class {name}; add it.</source>
        <translation>{path} no tiene una probabilidad a priori mayor que 0 para la clase {name}; añádala.</translation>
    </message>
    <message>
        <source>{classes}; accuracy not tested.</source>
        <translation>{classes}; exactitud no evaluada.</translation>
    </message>
    <message>
        <source>{classes}; {share} % of {pixels} are right, kappa {kappa}.</source>
        <translation>{classes}; el {share} % de {pixels} es correcto, kappa {kappa}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} held-out pixels</source>
        <translation>
            <numerusform>{count} píxel reservado</numerusform>
            <numerusform>{count} píxeles reservados</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} % of the pixels have a probability below 0.5, and {sure} % one above 0.95.</source>
        <translation>El {share} % de los píxeles tiene una probabilidad inferior a 0,5, y el {sure} %, una superior a 0,95.</translation>
    </message>
    <message>
        <source>The probability compares the classes with each other: a pixel of something that is none of them can have a high one. A share to reject leaves such pixels unclassified.</source>
        <translation>La probabilidad compara las clases entre sí: un píxel de algo que no es ninguna de ellas puede tener una alta. Una proporción que se rechaza deja sin clasificar esos píxeles.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>No samples were held out, so that it is not known.</source>
        <translation>No se reservó ninguna muestra, así que no se conoce.</translation>
    </message>
    <message>
        <source>Overall {overall}, kappa {kappa}.</source>
        <translation>Global {overall}, kappa {kappa}.</translation>
    </message>
    <message>
        <source>Not tested, having one polygon or group: {names}.</source>
        <translation>Sin evaluar, por tener un solo polígono o grupo: {names}.</translation>
    </message>
    <message>
        <source>User&apos;s accuracy is the share of the held-out pixels classified as a class that belong to it; producer&apos;s accuracy is the share of those of a class that were found. In brackets: 95 % confidence intervals (Wilson), wider where pixels of a polygon or group are right or wrong together. They hold for places like the samples; for the map only where the samples were drawn at random from it.</source>
        <translation>La exactitud del usuario es la proporción de los píxeles reservados clasificados en una clase que pertenecen a ella; la exactitud del productor es la proporción de los de una clase que se encontraron. Entre paréntesis, los intervalos de confianza del 95 % (Wilson), más amplios si los píxeles de un polígono o grupo aciertan o fallan juntos. Valen para lugares como las muestras; para el mapa, solo si las muestras se eligieron en él al azar.</translation>
    </message>
    <message numerus="yes">
        <source>{count} polygons, points or groups</source>
        <translation>
            <numerusform>{count} polígono, punto o grupo</numerusform>
            <numerusform>{count} polígonos, puntos o grupos</numerusform>
        </translation>
    </message>
    <message>
        <source>{units} were held out in turn, as there are few: each was classified by a classifier that was trained with the others. The map is by one that was trained with all.</source>
        <translation>Reservados por turnos, por haber pocos: {units}. Cada uno se clasificó con un clasificador entrenado con los demás. El mapa procede de uno entrenado con todos.</translation>
    </message>
    <message>
        <source>{units} were held out and not used to train the classifier of the map.</source>
        <translation>Reservados y no usados para entrenar el clasificador del mapa: {units}.</translation>
    </message>
    <message>
        <source>Accuracy of the classes</source>
        <translation>Exactitud de las clases</translation>
    </message>
    <message>
        <source>Held-out pixels</source>
        <translation>Píxeles reservados</translation>
    </message>
    <message>
        <source>User&apos;s accuracy</source>
        <translation>Exactitud del usuario</translation>
    </message>
    <message>
        <source>Producer&apos;s accuracy</source>
        <translation>Exactitud del productor</translation>
    </message>
    <message>
        <source>There are too many classes to show the confusion matrix; the table (CSV) has it.</source>
        <translation>Hay demasiadas clases para mostrar la matriz de confusión; la tabla (CSV) la contiene.</translation>
    </message>
    <message>
        <source>Classified as</source>
        <translation>Clasificado como</translation>
    </message>
    <message>
        <source>Rows are the classes that held-out pixels got, columns their true classes.</source>
        <translation>Las filas son las clases que obtuvieron los píxeles reservados; las columnas, sus clases verdaderas.</translation>
    </message>
    <message>
        <source>Training pixels</source>
        <translation>Píxeles de entrenamiento</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>A priori</translation>
    </message>
    <message>
        <source>Largest squared distance</source>
        <translation>Máxima distancia al cuadrado</translation>
    </message>
    <message>
        <source>The classes are normal distributions of {features}. The covariance of a class is that of its own pixels and, to the share in the table, that of all classes together (pooled), of which a share of {diagonal} is diagonal. The former shares are those with which held-out pixels are most likely, unless they were given; the latter is that with which held-out pixels most probably get their class.</source>
        <translation>Las clases son distribuciones normales de {features}. La covarianza de una clase es la de sus propios píxeles y, en la proporción de la tabla, la de todas las clases juntas (combinada), de la que una proporción de {diagonal} es diagonal. Las primeras proporciones son aquellas con las que los píxeles reservados son más probables, salvo que se hayan indicado; la última es aquella con la que los píxeles reservados obtienen con mayor probabilidad su clase.</translation>
    </message>
    <message>
        <source>Jeffries-Matusita distance of each pair of classes, from 0 (the same) to 2 (apart)</source>
        <translation>Distancia de Jeffries-Matusita de cada par de clases, de 0 (iguales) a 2 (separadas)</translation>
    </message>
    <message>
        <source>Jeffries-Matusita distance of pairs</source>
        <translation>Distancia de Jeffries-Matusita de los pares</translation>
    </message>
    <message>
        <source>The pairs that are hardest to tell apart</source>
        <translation>Los pares más difíciles de distinguir</translation>
    </message>
    <message>
        <source>and</source>
        <translation>y</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>From 0 to 2: above {good} classes are told apart well, below {poor} badly. It is computed of the normal distributions of the classifier, and does not know how pixels elsewhere differ.</source>
        <translation>De 0 a 2: por encima de {good} las clases se distinguen bien, por debajo de {poor} mal. Se calcula a partir de las distribuciones normales del clasificador y no sabe cómo difieren los píxeles de otros lugares.</translation>
    </message>
    <message>
        <source>Separability</source>
        <translation>Separabilidad</translation>
    </message>
    <message>
        <source>{share} % ({low} to {high})</source>
        <translation>{share} % ({low} a {high})</translation>
    </message>
    <message>
        <source>anomaly</source>
        <translation>anomalía</translation>
    </message>
    <message>
        <source>anomaly detection</source>
        <translation>detección de anomalías</translation>
    </message>
    <message>
        <source>rx</source>
        <translation>rx</translation>
    </message>
    <message>
        <source>reed-xiaoli</source>
        <translation>reed-xiaoli</translation>
    </message>
    <message>
        <source>mahalanobis</source>
        <translation>mahalanobis</translation>
    </message>
    <message>
        <source>outlier</source>
        <translation>valor atípico</translation>
    </message>
    <message>
        <source>target</source>
        <translation>objetivo</translation>
    </message>
    <message>
        <source>rare</source>
        <translation>raro</translation>
    </message>
    <message>
        <source>unusual</source>
        <translation>inusual</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>Anomalías</translation>
    </message>
    <message>
        <source>Find the pixels whose spectra are unlike those of the whole image (RX detector).</source>
        <translation>Encontrar los píxeles cuyos espectros son distintos de los de toda la imagen (detector RX).</translation>
    </message>
    <message>
        <source>Measures how far the spectrum of each pixel is from the mean of the image, in units of the spread of all pixels (RX detector of Reed and Yu, squared Mahalanobis distance). What is rare stands out, such as a single roof, a vehicle or a defect of the sensor, which k-means puts into the nearest large class.
A limit by probability holds for a normal distribution. Images of several surfaces are none, and a tenth of their pixels can exceed it; then set the share of pixels that are to be found.
The mask of anomalies can be used as the mask of other algorithms.
Tiles, or one raster: give one of the two. It does not suit things that cover much of the image, nor bands that are copies of others.</source>
        <translation>Mide cuánto dista el espectro de cada píxel de la media de la imagen, en unidades de la dispersión de todos los píxeles (detector RX de Reed y Yu, distancia de Mahalanobis al cuadrado). Destaca lo que es raro, como un tejado aislado, un vehículo o un defecto del sensor, que K-means pone en la clase grande más cercana.
Un límite por probabilidad vale para una distribución normal. Las imágenes de varias superficies no lo son, y una décima parte de sus píxeles puede superarlo; indique entonces la proporción de píxeles que se deben encontrar.
La máscara de anomalías puede usarse como máscara de otros algoritmos.
Teselas o un ráster: indique uno de los dos. No es adecuado para cosas que cubren gran parte de la imagen, ni para bandas que son copias de otras.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster with several bands, such as cleaned reflectance; all bands are read.</source>
        <translation>En lugar de teselas, un ráster con varias bandas, como reflectancia depurada; se leen todas las bandas.</translation>
    </message>
    <message>
        <source>RX score</source>
        <translation>Valor RX</translation>
    </message>
    <message>
        <source>The squared Mahalanobis distance of each pixel to the mean of the image (GeoTIFF, Float32).</source>
        <translation>La distancia de Mahalanobis al cuadrado de cada píxel a la media de la imagen (GeoTIFF, Float32).</translation>
    </message>
    <message>
        <source>A mask (GeoTIFF, Byte): 1 where a pixel is an anomaly, 0 where it is none.</source>
        <translation>Una máscara (GeoTIFF, Byte): 1 donde un píxel es una anomalía, 0 donde no lo es.</translation>
    </message>
    <message>
        <source>Pixels that are anomalies</source>
        <translation>Píxeles que son anomalías</translation>
    </message>
    <message>
        <source>Least score of an anomaly</source>
        <translation>Valor mínimo de una anomalía</translation>
    </message>
    <message>
        <source>Probability of smaller scores</source>
        <translation>Probabilidad de valores menores</translation>
    </message>
    <message>
        <source>A pixel is an anomaly when fewer than 1 in 1,000 pixels of a normal distribution (for 0.999) would have its score, by the chi-square distribution.</source>
        <translation>Un píxel es una anomalía cuando menos de 1 de cada 1.000 píxeles de una distribución normal (para 0.999) tendría su valor, según la distribución ji al cuadrado.</translation>
    </message>
    <message>
        <source>Share of anomalies (%)</source>
        <translation>Proporción de anomalías (%)</translation>
    </message>
    <message>
        <source>In place of a probability: the pixels with the highest scores are anomalies, this share of all.</source>
        <translation>En lugar de una probabilidad: los píxeles con los valores más altos son anomalías, esta proporción de todos.</translation>
    </message>
    <message>
        <source>Finding anomalies</source>
        <translation>Buscando anomalías</translation>
    </message>
    <message>
        <source>Anomalies - {}</source>
        <translation>Anomalías - {}</translation>
    </message>
    <message>
        <source>RX score - {}</source>
        <translation>Valor RX - {}</translation>
    </message>
    <message>
        <source>random forest</source>
        <translation>bosque aleatorio</translation>
    </message>
    <message>
        <source>trees</source>
        <translation>árboles</translation>
    </message>
    <message>
        <source>svm</source>
        <translation>svm</translation>
    </message>
    <message>
        <source>Classify further tiles or a raster with the classifier of an earlier run.</source>
        <translation>Clasificar más teselas o un ráster con el clasificador de una ejecución anterior.</translation>
    </message>
    <message>
        <source>mnf</source>
        <translation>mnf</translation>
    </message>
    <message>
        <source>Compute the components (PCA or MNF) of an earlier run for further tiles or a raster.</source>
        <translation>Calcular las componentes (PCA o MNF) de una ejecución anterior para más teselas o un ráster.</translation>
    </message>
    <message>
        <source>Computes the same components as an earlier run of principal components or minimum noise fraction, so that a new raster joins an earlier one: the same bands with the same weights, centred by the means of the earlier image. The bands of the model are found in the image by wavelength.
Tiles, or one raster: give one of the two. Tiles are read one after the other, so that a whole site needs the memory of one tile. Pixels without data stay without data.
Colours depend on the model only, so that neighbouring rasters look alike.
The names of the bands tell shares of the variance, or signal-to-noise ratios, of the earlier image. Where the new one shows other surfaces, the components may hold less of its variance.</source>
        <translation>Calcula las mismas componentes que una ejecución anterior de componentes principales o de fracción mínima de ruido, de modo que un ráster nuevo se une a uno anterior: las mismas bandas con los mismos pesos, centradas con las medias de la imagen anterior. Las bandas del modelo se buscan en la imagen por longitud de onda.
Teselas o un ráster: indique uno de los dos. Las teselas se leen una tras otra, de modo que un sitio entero necesita la memoria de una tesela. Los píxeles sin datos siguen sin datos.
Los colores dependen solo del modelo, de modo que los rásteres vecinos se ven iguales.
Los nombres de las bandas indican proporciones de la varianza, o relaciones señal-ruido, de la imagen anterior. Donde la nueva muestra otras superficies, las componentes pueden contener menos de su varianza.</translation>
    </message>
    <message>
        <source>Finds the bands nearest to three wavelengths, stretches them between two percentiles of their values, and writes them as red, green and blue. Pixels without data are transparent. Only these bands are read.
In true colour the three bands are stretched alike, as NEON&apos;s lessons do, so that grey stays grey; in other composites each is stretched by itself.
Give either a tile (HDF5) or a raster whose bands have wavelengths, such as cleaned reflectance. In colour infrared, as in aerial photographs, plants are red; that of NEON&apos;s lessons has green and blue in place of red and green.
The picture is for looking at: brightness does not compare between pictures.</source>
        <translation>Busca las bandas más cercanas a tres longitudes de onda, las estira entre dos percentiles de sus valores y las escribe como rojo, verde y azul. Los píxeles sin datos son transparentes. Solo se leen estas bandas.
En color verdadero las tres bandas se estiran por igual, como en las lecciones de NEON, para que el gris siga siendo gris; en otras composiciones, cada una por sí sola.
Indique una tesela (HDF5) o un ráster cuyas bandas tengan longitudes de onda, como reflectancia depurada. En infrarrojo color, como en las fotografías aéreas, las plantas son rojas; el de las lecciones de NEON tiene verde y azul en lugar de rojo y verde.
La imagen es para mirarla: el brillo no es comparable entre imágenes.</translation>
    </message>
    <message>
        <source>continuum removed</source>
        <translation>continuo eliminado</translation>
    </message>
    <message>
        <source>convex hull</source>
        <translation>envolvente convexa</translation>
    </message>
    <message>
        <source>hull quotient</source>
        <translation>cociente de la envolvente</translation>
    </message>
    <message>
        <source>absorption</source>
        <translation>absorción</translation>
    </message>
    <message>
        <source>band depth</source>
        <translation>profundidad de banda</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>rasgo</translation>
    </message>
    <message>
        <source>chlorophyll</source>
        <translation>clorofila</translation>
    </message>
    <message>
        <source>cellulose</source>
        <translation>celulosa</translation>
    </message>
    <message>
        <source>clay</source>
        <translation>arcilla</translation>
    </message>
    <message>
        <source>mineral</source>
        <translation>mineral</translation>
    </message>
    <message>
        <source>Continuum removal</source>
        <translation>Eliminación del continuo</translation>
    </message>
    <message>
        <source>Divide spectra by their convex hull, and measure absorption features: depth, position and area.</source>
        <translation>Dividir espectros por su envolvente convexa y medir rasgos de absorción: profundidad, posición y área.</translation>
    </message>
    <message>
        <source>Divides each spectrum by its continuum, a line of straight pieces that lies on its highest points. What is left is 1 there and less where light is absorbed, whatever the brightness, so that absorption can be compared.
Of each range of wavelengths, the features are the depth of the deepest band, its position and the area above the curve: 560-760 nm for chlorophyll, 2000-2220 nm for dry plants, 2120-2260 nm for clay, 2280-2380 nm for carbonate.
It does not suit dark pixels such as water and deep shade, where noise makes features, nor ranges across the windows of water vapour.</source>
        <translation>Divide cada espectro por su continuo, una línea de tramos rectos que pasa por sus puntos más altos. Lo que queda es 1 allí y menos donde se absorbe luz, sea cual sea el brillo, de modo que la absorción se puede comparar.
Los rasgos de cada intervalo de longitudes de onda son la profundidad de la banda más profunda, su posición y el área sobre la curva: 560-760 nm para clorofila, 2000-2220 nm para plantas secas, 2120-2260 nm para arcilla, 2280-2380 nm para carbonato.
No es adecuado para píxeles oscuros como agua y sombra profunda, donde el ruido crea rasgos, ni para intervalos que cruzan las ventanas de vapor de agua.</translation>
    </message>
    <message>
        <source>Ranges of wavelengths (nm)</source>
        <translation>Intervalos de longitudes de onda (nm)</translation>
    </message>
    <message>
        <source>Ranges such as &quot;560-760, 2120-2260&quot;, each with a continuum of its own between its ends; only their bands are read. Empty: one continuum of all good bands, and the deepest feature of all.</source>
        <translation>Intervalos como &quot;560-760, 2120-2260&quot;, cada uno con un continuo propio entre sus extremos; solo se leen sus bandas. Vacío: un continuo de todas las bandas buenas y el rasgo más profundo de todos.</translation>
    </message>
    <message>
        <source>Spectra without continuum</source>
        <translation>Espectros sin continuo</translation>
    </message>
    <message>
        <source>The raster to write (GeoTIFF, Float32): a band for each band that is read, range by range. Of all bands of a tile, it is some hundred MB.</source>
        <translation>El ráster que se escribe (GeoTIFF, Float32): una banda por cada banda leída, intervalo por intervalo. Con todas las bandas de una tesela son unos cientos de MB.</translation>
    </message>
    <message>
        <source>Absorption features</source>
        <translation>Rasgos de absorción</translation>
    </message>
    <message>
        <source>A raster (GeoTIFF, Float32) with depth, position (nm) and area (nm) of each range.</source>
        <translation>Un ráster (GeoTIFF, Float32) con profundidad, posición (nm) y área (nm) de cada intervalo.</translation>
    </message>
    <message>
        <source>No result is wanted; give {one} or {other} a file.</source>
        <translation>No se pide ningún resultado; dé un archivo a {one} o {other}.</translation>
    </message>
    <message>
        <source>Removing the continuum</source>
        <translation>Eliminando el continuo</translation>
    </message>
    <message>
        <source>Absorption features - {}</source>
        <translation>Rasgos de absorción - {}</translation>
    </message>
    <message>
        <source>Without continuum - {}</source>
        <translation>Sin continuo - {}</translation>
    </message>
    <message>
        <source>endmember extraction</source>
        <translation>extracción de endmembers</translation>
    </message>
    <message>
        <source>n-findr</source>
        <translation>n-findr</translation>
    </message>
    <message>
        <source>nfindr</source>
        <translation>nfindr</translation>
    </message>
    <message>
        <source>vca</source>
        <translation>vca</translation>
    </message>
    <message>
        <source>vertex component analysis</source>
        <translation>análisis de componentes de vértices</translation>
    </message>
    <message>
        <source>smacc</source>
        <translation>smacc</translation>
    </message>
    <message>
        <source>ppi</source>
        <translation>ppi</translation>
    </message>
    <message>
        <source>pixel purity index</source>
        <translation>índice de pureza de píxeles</translation>
    </message>
    <message>
        <source>hysime</source>
        <translation>hysime</translation>
    </message>
    <message>
        <source>unmixing</source>
        <translation>desmezcla</translation>
    </message>
    <message>
        <source>pure pixels</source>
        <translation>píxeles puros</translation>
    </message>
    <message>
        <source>simplex</source>
        <translation>símplex</translation>
    </message>
    <message>
        <source>Endmembers</source>
        <translation>Endmembers</translation>
    </message>
    <message>
        <source>Find the purest spectra of tiles or a raster, which all other pixels are mixtures of.</source>
        <translation>Encontrar los espectros más puros de teselas o de un ráster, de los que todos los demás píxeles son mezclas.</translation>
    </message>
    <message>
        <source>Finds pixels whose spectra are the corners of all spectra, so that the others are mixtures of them, for Unmixing.
N-FINDR looks for the pixels that span the largest simplex of principal components; vertex component analysis (VCA) is quicker and does nearly as well. SMACC looks for the edges of a cone, brightest first, and the pixel purity index (PPI) for pixels that are most often extreme.
The spectra of N-FINDR and VCA are as far as the components hold them, with less noise than the pixel.
It does not suit images without pure pixels, as of forests at 30 m: corners are then mixtures too. Extreme pixels may be cars, glint or faults of the data: look at each on the map, and mask those away.</source>
        <translation>Busca píxeles cuyos espectros son las esquinas de todos los espectros, de modo que los demás son mezclas de ellos, para la desmezcla.
N-FINDR busca los píxeles que forman el mayor símplex de componentes principales; el análisis de componentes de vértices (VCA) es más rápido y casi igual de bueno. SMACC busca las aristas de un cono, primero las más brillantes, y el índice de pureza de píxeles (PPI) los píxeles que son extremos más a menudo.
Los espectros de N-FINDR y VCA contienen lo que contienen las componentes, con menos ruido que el píxel.
No es adecuado para imágenes sin píxeles puros, como de bosques a 30 m: entonces las esquinas también son mezclas. Los píxeles extremos pueden ser coches, brillos o fallos de los datos: mire cada uno en el mapa y enmascare esos.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster such as cleaned reflectance; all bands are read.</source>
        <translation>En lugar de teselas, un ráster como reflectancia depurada; se leen todas las bandas.</translation>
    </message>
    <message>
        <source>Endmembers (0: as many as the noise allows)</source>
        <translation>Endmembers (0: tantos como permita el ruido)</translation>
    </message>
    <message>
        <source>How many to find, at least 2. 0: as many as there are directions in which the signal is larger than the noise (HySime), which is the most that can be told apart, and often more than are useful.</source>
        <translation>Cuántos se buscan, al menos 2. 0: tantos como direcciones en las que la señal es mayor que el ruido (HySime); no se pueden distinguir más, y a menudo menos son útiles.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>0 is the best choice for most images. Results of 2 and 3 are those of SPy&apos;s smacc and ppi.</source>
        <translation>0 es la mejor opción para la mayoría de las imágenes. Los resultados de 2 y 3 son los de smacc y ppi de SPy.</translation>
    </message>
    <message>
        <source>N-FINDR</source>
        <translation>N-FINDR</translation>
    </message>
    <message>
        <source>Vertex component analysis (VCA)</source>
        <translation>Análisis de componentes de vértices (VCA)</translation>
    </message>
    <message>
        <source>Sequential maximum angle convex cone (SMACC)</source>
        <translation>Cono convexo secuencial de ángulo máximo (SMACC)</translation>
    </message>
    <message>
        <source>Pixel purity index (PPI)</source>
        <translation>Índice de pureza de píxeles (PPI)</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Reinicios</translation>
    </message>
    <message>
        <source>Further random starts of N-FINDR and VCA; the largest simplex is kept.</source>
        <translation>Más inicios al azar de N-FINDR y VCA; se conserva el mayor símplex.</translation>
    </message>
    <message>
        <source>Random directions of PPI</source>
        <translation>Direcciones al azar de PPI</translation>
    </message>
    <message>
        <source>In how many random directions the pixel purity index looks for extreme pixels.</source>
        <translation>En cuántas direcciones al azar busca píxeles extremos el índice de pureza de píxeles.</translation>
    </message>
    <message>
        <source>The same seed gives the same result; another seed may give another one.</source>
        <translation>La misma semilla da el mismo resultado; otra puede dar otro.</translation>
    </message>
    <message>
        <source>Spectra of endmembers</source>
        <translation>Espectros de los endmembers</translation>
    </message>
    <message>
        <source>A table of the endmembers, dark to bright, that Unmixing and Spectral angle take.</source>
        <translation>Una tabla de los endmembers, de oscuro a claro, para la desmezcla y el ángulo espectral.</translation>
    </message>
    <message>
        <source>The endmembers as an ENVI spectral library (.sli with a header .hdr beside it).</source>
        <translation>Los endmembers como biblioteca espectral de ENVI (.sli con una cabecera .hdr al lado).</translation>
    </message>
    <message>
        <source>Places of endmembers</source>
        <translation>Lugares de los endmembers</translation>
    </message>
    <message>
        <source>A point at the pixel of each endmember, in the colour of its spectrum.</source>
        <translation>Un punto en el píxel de cada endmember, del color de su espectro.</translation>
    </message>
    <message>
        <source>Number of endmembers</source>
        <translation>Número de endmembers</translation>
    </message>
    <message>
        <source>Number that the noise allows (HySime)</source>
        <translation>Número que permite el ruido (HySime)</translation>
    </message>
    <message>
        <source>Volume of the simplex</source>
        <translation>Volumen del símplex</translation>
    </message>
    <message>
        <source>Endmembers is 1; look for at least 2, or give 0 for as many as the noise allows.</source>
        <translation>Endmembers es 1; busque al menos 2, o indique 0 para tantos como permita el ruido.</translation>
    </message>
    <message>
        <source>Finding endmembers</source>
        <translation>Buscando endmembers</translation>
    </message>
    <message>
        <source>Endmembers of {name}, reflectance</source>
        <translation>Endmembers de {name}, reflectancia</translation>
    </message>
    <message>
        <source>Endmembers - {}</source>
        <translation>Endmembers - {}</translation>
    </message>
    <message>
        <source>support vector machine</source>
        <translation>máquina de vectores de soporte</translation>
    </message>
    <message>
        <source>scikit-learn</source>
        <translation>scikit-learn</translation>
    </message>
    <message>
        <source>sklearn</source>
        <translation>sklearn</translation>
    </message>
    <message>
        <source>Give each pixel the most probable class, learnt from samples (maximum likelihood, or a random forest or linear SVM), with accuracy.</source>
        <translation>Dar a cada píxel la clase más probable, aprendida de muestras (máxima verosimilitud, bosque aleatorio o SVM lineal), con exactitud.</translation>
    </message>
    <message>
        <source>Learns from places whose class is known what its spectra are like, as a normal distribution of principal components or bands, and gives each pixel the class with the highest probability (Gaussian maximum likelihood). Some of the samples are held out to test: the report has the confusion matrix, accuracies with confidence intervals, and how well pairs of classes can be told apart.
Where there are few samples, the covariance of a class is mixed with that of all classes together; how much is chosen so that held-out samples are most likely. So it works with fewer samples than bands.
Every pixel gets one of the classes, also where it is none of them, unless a share to reject is set.
It does not suit classes whose spectra form several groups, such as roofs of all kinds: make each a class, or choose a random forest. Samples of a few crowns tell little of trees elsewhere.
A random forest and a linear SVM are trained by the Python package scikit-learn, if it is installed; to apply a saved one it is not needed. Their report tells how much each wavelength counts.</source>
        <translation>Aprende de lugares cuya clase se conoce cómo son sus espectros, como distribución normal de componentes principales o bandas, y da a cada píxel la clase con la probabilidad más alta (máxima verosimilitud gaussiana). Parte de las muestras se reserva para probar: el informe tiene la matriz de confusión, exactitudes con intervalos de confianza y cuánto se distinguen los pares de clases.
Donde hay pocas muestras, la covarianza de una clase se mezcla con la de todas las clases juntas; cuánto, se elige de modo que las muestras reservadas sean lo más probables. Así bastan menos muestras que bandas.
Cada píxel recibe una de las clases, aunque no sea ninguna, salvo que se indique una proporción que rechazar.
No es adecuado para clases cuyos espectros forman varios grupos, como tejados de todo tipo: haga de cada uno una clase, o elija un bosque aleatorio. Las muestras de unas pocas copas dicen poco de los árboles de otro lugar.
Un bosque aleatorio y una SVM lineal los entrena el paquete de Python scikit-learn, si está instalado; para aplicar uno guardado no hace falta. Su informe dice cuánto cuenta cada longitud de onda.</translation>
    </message>
    <message>
        <source>Random forest and linear SVM need the Python package scikit-learn, which is not installed.</source>
        <translation>El bosque aleatorio y la SVM lineal necesitan el paquete de Python scikit-learn, que no está instalado.</translation>
    </message>
    <message>
        <source>{}, {} classes - {}</source>
        <translation>{}, {} clases - {}</translation>
    </message>
    <message>
        <source>inverse</source>
        <translation>inversa</translation>
    </message>
    <message>
        <source>back transformation</source>
        <translation>transformación inversa</translation>
    </message>
    <message>
        <source>reconstruct</source>
        <translation>reconstruir</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>reconstrucción</translation>
    </message>
    <message>
        <source>denoise</source>
        <translation>quitar ruido</translation>
    </message>
    <message>
        <source>denoising</source>
        <translation>eliminación de ruido</translation>
    </message>
    <message>
        <source>rmse</source>
        <translation>rmse</translation>
    </message>
    <message>
        <source>Inverse transform</source>
        <translation>Transformación inversa</translation>
    </message>
    <message>
        <source>Turn components (PCA or MNF) back into reflectance, without those that are noise.</source>
        <translation>Convertir componentes (PCA o MNF) de nuevo en reflectancia, sin las que son ruido.</translation>
    </message>
    <message>
        <source>Turns a raster of components back into reflectance at the wavelengths of the model with which it was written. All components that were kept count, or chosen ones: leave out those that show noise or stripes, or keep a single one to see what it stands for.
With the original image, the residual raster tells for each pixel how much was lost, as the root mean squared difference over all bands. Where it is large, the pixel shows what the components do not hold: a rare material, or a defect.
Components that the model did not keep cannot be brought back.</source>
        <translation>Convierte un ráster de componentes de nuevo en reflectancia, en las longitudes de onda del modelo con el que se escribió. Cuentan todas las componentes conservadas, o las elegidas: quite las que muestran ruido o franjas, o deje una sola para ver qué representa.
Con la imagen original, el ráster de residuos dice de cada píxel cuánto se perdió, como raíz de la diferencia cuadrática media de todas las bandas. Donde es grande, el píxel muestra lo que las componentes no contienen: un material raro o un defecto.
Las componentes que el modelo no conservó no se pueden recuperar.</translation>
    </message>
    <message>
        <source>A raster of components: of principal components, or of MNF.</source>
        <translation>Un ráster de componentes: de componentes principales o de MNF.</translation>
    </message>
    <message>
        <source>The model that the run wrote with that raster.</source>
        <translation>El modelo que la ejecución escribió con ese ráster.</translation>
    </message>
    <message>
        <source>Components to use</source>
        <translation>Componentes que se usan</translation>
    </message>
    <message>
        <source>Numbers and ranges such as &quot;1-5, 8&quot;; the others are taken for 0. Empty: all.</source>
        <translation>Números e intervalos como &quot;1-5, 8&quot;; los demás se toman como 0. Vacío: todas.</translation>
    </message>
    <message>
        <source>Original raster</source>
        <translation>Ráster original</translation>
    </message>
    <message>
        <source>The raster that was transformed, for the residual. Its pixels must lie on those of the components.</source>
        <translation>El ráster que se transformó, para el residuo. Sus píxeles deben estar sobre los de las componentes.</translation>
    </message>
    <message>
        <source>Original tiles</source>
        <translation>Teselas originales</translation>
    </message>
    <message>
        <source>In place of an original raster, the tiles that were transformed.</source>
        <translation>En lugar de un ráster original, las teselas que se transformaron.</translation>
    </message>
    <message>
        <source>The raster to write (GeoTIFF, Float32): a band for each band of the model, with its wavelength.</source>
        <translation>El ráster que se escribe (GeoTIFF, Float32): una banda por cada banda del modelo, con su longitud de onda.</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residuo</translation>
    </message>
    <message>
        <source>The root mean squared difference to the original, in reflectance (GeoTIFF, Float32).</source>
        <translation>La raíz de la diferencia cuadrática media respecto al original, en reflectancia (GeoTIFF, Float32).</translation>
    </message>
    <message>
        <source>Root mean squared difference of all pixels</source>
        <translation>Raíz de la diferencia cuadrática media de todos los píxeles</translation>
    </message>
    <message>
        <source>Components used</source>
        <translation>Componentes usadas</translation>
    </message>
    <message>
        <source>Reading the components</source>
        <translation>Leyendo las componentes</translation>
    </message>
    <message>
        <source>Comparing with the original</source>
        <translation>Comparando con el original</translation>
    </message>
    <message>
        <source>Residual - {}</source>
        <translation>Residuo - {}</translation>
    </message>
    <message>
        <source>Reflectance of {} components - {}</source>
        <translation>Reflectancia de {} componentes - {}</translation>
    </message>
    <message>
        <source>minimum noise fraction</source>
        <translation>fracción mínima de ruido</translation>
    </message>
    <message>
        <source>maximum noise fraction</source>
        <translation>fracción máxima de ruido</translation>
    </message>
    <message>
        <source>noise-adjusted principal components</source>
        <translation>componentes principales ajustadas al ruido</translation>
    </message>
    <message>
        <source>signal-to-noise</source>
        <translation>señal-ruido</translation>
    </message>
    <message>
        <source>snr</source>
        <translation>snr</translation>
    </message>
    <message>
        <source>Minimum noise fraction</source>
        <translation>Fracción mínima de ruido</translation>
    </message>
    <message>
        <source>Order what the bands show by its signal-to-noise ratio (MNF), and remove noise.</source>
        <translation>Ordenar lo que muestran las bandas por su relación señal-ruido (MNF) y quitar ruido.</translation>
    </message>
    <message>
        <source>Computes the minimum noise fraction: combinations of bands as principal components are, but in the order of their signal-to-noise ratio instead of their variance. The first ones show the image, the last ones its noise. An eigenvalue is the signal-to-noise ratio plus 1.
The noise is estimated from differences of neighbouring pixels, which must both have data and lie in one tile. Where neighbours show different surfaces, as in towns, some signal passes for noise.
Denoised reflectance is what the components that are kept hold of each spectrum. The model computes the same components of another image (Principal components of a saved model), and leads back to reflectance (Inverse transform).
Tiles, or one raster: give one of the two. It does not suit rasters that were resampled or smoothed, whose neighbours are not independent, nor mosaics whose noise differs from part to part.</source>
        <translation>Calcula la fracción mínima de ruido: combinaciones de bandas como las componentes principales, pero en el orden de su relación señal-ruido en lugar de su varianza. Las primeras muestran la imagen, las últimas su ruido. Un valor propio es la relación señal-ruido más 1.
El ruido se estima de las diferencias de píxeles vecinos, que deben tener datos ambos y estar en una misma tesela. Donde los vecinos muestran superficies distintas, como en ciudades, parte de la señal pasa por ruido.
La reflectancia sin ruido es lo que las componentes conservadas contienen de cada espectro. El modelo calcula las mismas componentes de otra imagen (Componentes principales de un modelo guardado) y lleva de nuevo a la reflectancia (Transformación inversa).
Teselas o un ráster: indique uno de los dos. No es adecuado para rásteres remuestreados o suavizados, cuyos vecinos no son independientes, ni para mosaicos cuyo ruido difiere de una parte a otra.</translation>
    </message>
    <message>
        <source>Denoised reflectance</source>
        <translation>Reflectancia sin ruido</translation>
    </message>
    <message>
        <source>Reflectance without what the components left out hold (GeoTIFF, Float32), with wavelengths.</source>
        <translation>Reflectancia sin lo que contienen las componentes descartadas (GeoTIFF, Float32), con longitudes de onda.</translation>
    </message>
    <message>
        <source>Components with more signal than noise</source>
        <translation>Componentes con más señal que ruido</translation>
    </message>
    <message>
        <source>Denoised reflectance - {}</source>
        <translation>Reflectancia sin ruido - {}</translation>
    </message>
    <message>
        <source>Least signal-to-noise ratio</source>
        <translation>Relación señal-ruido mínima</translation>
    </message>
    <message>
        <source>Keep the components with at least this ratio of the variances of signal and noise. 1: as much of both.</source>
        <translation>Conservar las componentes con al menos esta relación entre las varianzas de señal y ruido. 1: tanto de una como de otro.</translation>
    </message>
    <message>
        <source>In place of a least ratio: keep the fewest components that hold this share of the variance of all, in which that of the noise of each counts as 1. Empty: by the ratio.</source>
        <translation>En lugar de una relación mínima: conservar las menos componentes que contienen esta proporción de la varianza de todas, en la que la del ruido de cada una cuenta como 1. Vacío: según la relación.</translation>
    </message>
    <message>
        <source>Keep so many components, whatever their ratio and share. 0: as these say.</source>
        <translation>Conservar tantas componentes, sean cuales sean su relación y proporción. 0: según estas.</translation>
    </message>
    <message>
        <source>Noise from the difference to the pixel</source>
        <translation>Ruido de la diferencia con el píxel</translation>
    </message>
    <message>
        <source>Which neighbour is compared with each pixel. Scanners that leave stripes along or across the line of flight show them as signal when pixels are compared along these.</source>
        <translation>Qué vecino se compara con cada píxel. Los escáneres que dejan franjas a lo largo o a través de la línea de vuelo las muestran como señal cuando se comparan píxeles a lo largo de ellas.</translation>
    </message>
    <message>
        <source>To the lower right</source>
        <translation>Abajo a la derecha</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>A la derecha</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Debajo</translation>
    </message>
    <message>
        <source>{algorithm}: report</source>
        <translation>{algorithm}: informe</translation>
    </message>
    <message>
        <source>{composite} (picture) - {image}</source>
        <translation>{composite} (imagen) - {image}</translation>
    </message>
    <message>
        <source>Gaussian maximum likelihood</source>
        <translation>Máxima verosimilitud gaussiana</translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation>Bosque aleatorio</translation>
    </message>
    <message>
        <source>Linear SVM</source>
        <translation>SVM lineal</translation>
    </message>
    <message>
        <source>{} (scikit-learn is not installed)</source>
        <translation>{} (scikit-learn no está instalado)</translation>
    </message>
    <message>
        <source>0 takes each class for a normal distribution, and is best with few samples. 1 lets decision trees vote, which suits classes of several groups; 2 separates classes by planes. Both are trained by scikit-learn, which must be installed for the Python of QGIS.</source>
        <translation>0 toma cada clase como distribución normal, y es lo mejor con pocas muestras. 1 deja votar a árboles de decisión, adecuado para clases de varios grupos; 2 separa las clases con planos. Ambos los entrena scikit-learn, que debe estar instalado para el Python de QGIS.</translation>
    </message>
    <message>
        <source>Trees of a random forest</source>
        <translation>Árboles de un bosque aleatorio</translation>
    </message>
    <message>
        <source>More give smoother probabilities, and take as much more time.</source>
        <translation>Más dan probabilidades más suaves y tardan otro tanto más.</translation>
    </message>
    <message>
        <source>{parameter} is for Gaussian maximum likelihood only; leave it at its default.</source>
        <translation>{parameter} es solo para máxima verosimilitud gaussiana; déjelo en su valor por defecto.</translation>
    </message>
    <message>
        <source>spectral mixture analysis</source>
        <translation>análisis de mezclas espectrales</translation>
    </message>
    <message>
        <source>sma</source>
        <translation>sma</translation>
    </message>
    <message>
        <source>fcls</source>
        <translation>fcls</translation>
    </message>
    <message>
        <source>nnls</source>
        <translation>nnls</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>mínimos cuadrados</translation>
    </message>
    <message>
        <source>abundance</source>
        <translation>abundancia</translation>
    </message>
    <message>
        <source>fraction</source>
        <translation>fracción</translation>
    </message>
    <message>
        <source>subpixel</source>
        <translation>subpíxel</translation>
    </message>
    <message>
        <source>shade</source>
        <translation>sombra</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>residuo</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>cobertura</translation>
    </message>
    <message>
        <source>Unmixing</source>
        <translation>Desmezcla</translation>
    </message>
    <message>
        <source>Find how much of each endmember is in each pixel (linear spectral unmixing).</source>
        <translation>Encontrar cuánto de cada endmember hay en cada píxel (desmezcla espectral lineal).</translation>
    </message>
    <message>
        <source>Takes each pixel to be a mixture of given spectra, the endmembers, such as leaves, soil and shade, and finds their abundances: the shares that explain its spectrum best (least squares).
Fully constrained abundances are not negative and sum to one, so that they are shares of the pixel. The solution is exact, as that of a solver of quadratic programs.
Endmembers are those of Endmembers or Sample spectra, the centres of K-means, or of a spectral library. The residual (RMSE) shows where one is missing.
It does not suit pixels in which light passes several materials, as leaves above leaves, nor many endmembers that are alike: little noise then moves abundance from one to another, and a warning names such pairs. Endmembers that are mixtures of others are refused.</source>
        <translation>Toma cada píxel como mezcla de espectros dados, los endmembers, como hojas, suelo y sombra, y busca sus abundancias: las proporciones que mejor explican su espectro (mínimos cuadrados).
Las abundancias con todas las restricciones no son negativas y suman uno, de modo que son proporciones del píxel. La solución es exacta, como la de un programa de optimización cuadrática.
Los endmembers son los de «Endmembers» o «Muestrear espectros», los centros de K-means o los de una biblioteca espectral. El residuo (RMSE) muestra dónde falta uno.
No es adecuado para píxeles en los que la luz atraviesa varios materiales, como hojas sobre hojas, ni para muchos endmembers parecidos: poco ruido pasa entonces abundancia de uno a otro, y una advertencia nombra esos pares. Los endmembers que son mezclas de otros se rechazan.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster with the bands of the spectra, such as cleaned reflectance.</source>
        <translation>En lugar de teselas, un ráster con las bandas de los espectros, como reflectancia depurada.</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Restricciones</translation>
    </message>
    <message>
        <source>0: shares of the pixel. 1: for endmembers whose brightness varies, or where some are missing; the sum tells how bright the pixel is. 2 and 3 are quick, and negative abundances tell that endmembers do not fit.</source>
        <translation>0: proporciones del píxel. 1: para endmembers cuyo brillo varía, o donde faltan algunos; la suma dice cuán brillante es el píxel. 2 y 3 son rápidas, y las abundancias negativas indican que los endmembers no encajan.</translation>
    </message>
    <message>
        <source>Not negative, sum to one (fully constrained)</source>
        <translation>No negativas, suma uno (todas las restricciones)</translation>
    </message>
    <message>
        <source>Not negative</source>
        <translation>No negativas</translation>
    </message>
    <message>
        <source>Sum to one</source>
        <translation>Suma uno</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Add shade</source>
        <translation>Añadir sombra</translation>
    </message>
    <message>
        <source>Add an endmember that is zero in all bands, the last one. It takes up what differs in brightness only; the others are then less than one together in the shade.</source>
        <translation>Añadir un endmember que es cero en todas las bandas, el último. Recoge lo que solo difiere en brillo; los demás suman entonces menos de uno en la sombra.</translation>
    </message>
    <message>
        <source>Abundances</source>
        <translation>Abundancias</translation>
    </message>
    <message>
        <source>The raster to write (GeoTIFF, Float32): a band for each endmember, in the order of the file, named.</source>
        <translation>El ráster que se escribe (GeoTIFF, Float32): una banda por cada endmember, en el orden del archivo, con nombre.</translation>
    </message>
    <message>
        <source>The root of the mean squared difference to the mixture, in reflectance (GeoTIFF, Float32).</source>
        <translation>La raíz de la diferencia cuadrática media respecto a la mezcla, en reflectancia (GeoTIFF, Float32).</translation>
    </message>
    <message>
        <source>Dominant endmember</source>
        <translation>Endmember dominante</translation>
    </message>
    <message>
        <source>A class raster (GeoTIFF) of the endmember with the largest abundance.</source>
        <translation>Un ráster de clases (GeoTIFF) del endmember con la mayor abundancia.</translation>
    </message>
    <message>
        <source>RMSE of all pixels (reflectance)</source>
        <translation>RMSE de todos los píxeles (reflectancia)</translation>
    </message>
    <message>
        <source>{shade} only counts where abundances sum to one; leave it out, or choose such {method}.</source>
        <translation>{shade} solo cuenta donde las abundancias suman uno; quítelo, o elija un {method} así.</translation>
    </message>
    <message>
        <source>Dominant endmember - {}</source>
        <translation>Endmember dominante - {}</translation>
    </message>
    <message>
        <source>Abundances - {}</source>
        <translation>Abundancias - {}</translation>
    </message>
    <message>
        <source>Colour infrared of NEON&apos;s lessons</source>
        <translation>Infrarrojo color de las lecciones de NEON</translation>
    </message>
    <message>
        <source>no shadow</source>
        <translation>sin sombra</translation>
    </message>
    <message>
        <source>background</source>
        <translation>fondo</translation>
    </message>
    <message>
        <source>dark dense vegetation</source>
        <translation>vegetación densa oscura</translation>
    </message>
    <message>
        <source>other land</source>
        <translation>otro terreno</translation>
    </message>
    <message>
        <source>topographic shadow</source>
        <translation>sombra topográfica</translation>
    </message>
    <message>
        <source>Classes of ATCOR, 0 to 22.</source>
        <translation>Clases de ATCOR, 0 a 22.</translation>
    </message>
    <message>
        <source>clear land</source>
        <translation>terreno despejado</translation>
    </message>
    <message>
        <source>cloud over land</source>
        <translation>nube sobre tierra</translation>
    </message>
    <message>
        <source>cloud over water</source>
        <translation>nube sobre agua</translation>
    </message>
    <message>
        <source>{name} is a picture for looking at: its values are shades from 0 to 255, no reflectance. For classes or components of spectra, run Clean reflectance or Classify tiles first, with the tile that it shows.</source>
        <translation>{name} es una imagen para mirar: sus valores son tonos de 0 a 255, no reflectancia. Para clases o componentes de espectros, ejecute antes «Depurar reflectancia» o «Clasificar teselas», con la tesela que muestra.</translation>
    </message>
    <message>
        <source>{name} is a class raster: its values are numbers of classes, whose means and distances say nothing. Run Clean reflectance first, and choose its result.</source>
        <translation>{name} es un ráster de clases: sus valores son números de clases, cuyas medias y distancias no dicen nada. Ejecute antes «Depurar reflectancia» y elija su resultado.</translation>
    </message>
    <message>
        <source>A Dask cluster reads tiles, not rasters; give tiles, or no scheduler.</source>
        <translation>Un clúster de Dask lee teselas, no rásteres; indique teselas, o ningún planificador.</translation>
    </message>
    <message>
        <source>The probability is {probability:g}; it must be above 0 and below 1.</source>
        <translation>La probabilidad es {probability:g}; debe estar por encima de 0 y por debajo de 1.</translation>
    </message>
    <message>
        <source>The share of anomalies is {share:g} %; it must be above 0 and at most 100.</source>
        <translation>La proporción de anomalías es {share:g} %; debe estar por encima de 0 y ser como máximo 100.</translation>
    </message>
    <message>
        <source>{name} has {pixels} valid pixels, and RX scores of {bands} bands need more than {bands}; keep fewer bands or more pixels.</source>
        <translation>{name} tiene {pixels} píxeles válidos, y los valores RX de {bands} bandas necesitan más de {bands}; conserve menos bandas o más píxeles.</translation>
    </message>
    <message>
        <source>{count:,} of {pixels:,} pixels are anomalies, with an RX score of at least {limit:.4g}.</source>
        <translation>{count:,} de {pixels:,} píxeles son anomalías, con un valor RX de al menos {limit:.4g}.</translation>
    </message>
    <message>
        <source>{name} does not say at which wavelengths its bands lie, so that they have no continuum. Use reflectance that Clean reflectance wrote, or give its bands the metadata item wavelength.</source>
        <translation>{name} no dice en qué longitudes de onda están sus bandas, de modo que no tienen continuo. Use reflectancia escrita por «Depurar reflectancia», o dé a sus bandas el metadato wavelength.</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>profundidad</translation>
    </message>
    <message>
        <source>position (nm)</source>
        <translation>posición (nm)</translation>
    </message>
    <message>
        <source>area (nm)</source>
        <translation>área (nm)</translation>
    </message>
    <message>
        <source>Iterations of k-means</source>
        <translation>Iteraciones de K-means</translation>
    </message>
    <message>
        <source>Choosing start centres</source>
        <translation>Eligiendo los centros iniciales</translation>
    </message>
    <message>
        <source>The noise is estimated from {pairs:,} pairs of neighbouring pixels.</source>
        <translation>El ruido se estima de {pairs:,} pares de píxeles vecinos.</translation>
    </message>
    <message>
        <source>{count} of {all} components kept, with signal-to-noise ratios from {first:.4g} to {last:.2g}.</source>
        <translation>Se conservan {count} de {all} componentes, con relaciones señal-ruido de {first:.4g} a {last:.2g}.</translation>
    </message>
    <message numerus="yes">
        <source>{listed} of {name} are constant, or copies or sums of other bands, so that the covariance cannot be inverted; leave them out.</source>
        <translation>
            <numerusform>{listed} de {name} es constante, o copia o suma de otras bandas, de modo que la covarianza no se puede invertir; quítela.</numerusform>
            <numerusform>{listed} de {name} son constantes, o copias o sumas de otras bandas, de modo que la covarianza no se puede invertir; quítelas.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} has no band {number}; choose another.</source>
        <translation>{name} no tiene la banda {number}; elija otra.</translation>
    </message>
    <message>
        <source>{name} has one band, and a scatter needs two; choose another layer.</source>
        <translation>{name} tiene una banda, y un diagrama de dispersión necesita dos; elija otra capa.</translation>
    </message>
    <message>
        <source>brushed</source>
        <translation>marcado</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path} no se puede leer ({reason}).</translation>
    </message>
    <message>
        <source>Random forest and linear SVM need the Python package scikit-learn, which the Python of QGIS cannot import ({error}); install it, or choose Gaussian maximum likelihood. To apply a saved classifier, it is not needed.</source>
        <translation>El bosque aleatorio y la SVM lineal necesitan el paquete de Python scikit-learn, que el Python de QGIS no puede importar ({error}); instálelo, o elija máxima verosimilitud gaussiana. Para aplicar un clasificador guardado no hace falta.</translation>
    </message>
    <message>
        <source>The linear SVM did not converge; it may be less accurate than it could be.</source>
        <translation>La SVM lineal no convergió; puede ser menos exacta de lo que podría.</translation>
    </message>
    <message>
        <source>All valid pixels of {name} are equal; choose another image.</source>
        <translation>Todos los píxeles válidos de {name} son iguales; elija otra imagen.</translation>
    </message>
    <message numerus="yes">
        <source>{name} has {count} valid pixels, but at least 2 are needed; check its no data value.</source>
        <translation>
            <numerusform>{name} tiene {count} píxel válido, pero se necesitan al menos 2; compruebe su valor sin datos.</numerusform>
            <numerusform>{name} tiene {count} píxeles válidos, pero se necesitan al menos 2; compruebe su valor sin datos.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;{item}&quot; gives no components from 1 to {count}; write for instance &quot;1-3&quot; or &quot;1, 2, 5&quot;.</source>
        <translation>&quot;{item}&quot; no indica componentes de 1 a {count}; escriba por ejemplo &quot;1-3&quot; o &quot;1, 2, 5&quot;.</translation>
    </message>
    <message>
        <source>{name} has {bands} bands, but {model} has {components} components; choose the raster of components that was written with this model.</source>
        <translation>{name} tiene {bands} bandas, pero {model} tiene {components} componentes; elija el ráster de componentes que se escribió con este modelo.</translation>
    </message>
    <message>
        <source>The original has another coordinate reference system than {name}; choose the image that was transformed.</source>
        <translation>El original tiene otro sistema de referencia de coordenadas que {name}; elija la imagen que se transformó.</translation>
    </message>
    <message>
        <source>Root mean squared difference</source>
        <translation>Raíz de la diferencia cuadrática media</translation>
    </message>
    <message>
        <source>{name} has no valid pixel where {scores} has data; choose the image that was transformed.</source>
        <translation>{name} no tiene ningún píxel válido donde {scores} tiene datos; elija la imagen que se transformó.</translation>
    </message>
    <message>
        <source>{path} is not a component model (PCA or MNF) of this plugin; choose one that is.</source>
        <translation>{path} no es un modelo de componentes (PCA o MNF) de este complemento; elija uno que lo sea.</translation>
    </message>
    <message>
        <source>{name} has {pairs} pairs of neighbouring valid pixels, and the noise of {bands} bands needs more than {bands}; keep fewer bands or more pixels.</source>
        <translation>{name} tiene {pairs} pares de píxeles vecinos válidos, y el ruido de {bands} bandas necesita más de {bands}; conserve menos bandas o más píxeles.</translation>
    </message>
    <message>
        <source>One of the endmembers is zero in all bands, which is shade; do not add shade to it.</source>
        <translation>Uno de los endmembers es cero en todas las bandas, es decir, sombra; no le añada sombra.</translation>
    </message>
    <message>
        <source>The endmembers {one} and {other} are much alike, so that little noise moves abundance from one to the other; take one out, or add up both.</source>
        <translation>Los endmembers {one} y {other} son muy parecidos, de modo que poco ruido pasa abundancia de uno a otro; quite uno, o sume los dos.</translation>
    </message>
    <message>
        <source>RMSE (reflectance)</source>
        <translation>RMSE (reflectancia)</translation>
    </message>
    <message numerus="yes">
        <source>The pixels of {name} vary in {count} directions only, too few for {wanted} endmembers; look for fewer.</source>
        <translation>
            <numerusform>Los píxeles de {name} varían solo en {count} dirección, muy poco para {wanted} endmembers; busque menos.</numerusform>
            <numerusform>Los píxeles de {name} varían solo en {count} direcciones, muy pocas para {wanted} endmembers; busque menos.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are {count} endmembers; choose at most {most}, those that can occur in the image.</source>
        <translation>Hay {count} endmembers; elija como máximo {most}, los que pueden aparecer en la imagen.</translation>
    </message>
    <message>
        <source>There are {count} endmembers but {bands} bands, so that many mixtures give the same spectrum; choose fewer endmembers.</source>
        <translation>Hay {count} endmembers pero {bands} bandas, de modo que muchas mezclas dan el mismo espectro; elija menos endmembers.</translation>
    </message>
    <message>
        <source>The endmember {names} is zero in all bands, which only counts where abundances sum to one.</source>
        <translation>El endmember {names} es cero en todas las bandas, lo que solo cuenta donde las abundancias suman uno.</translation>
    </message>
    <message>
        <source>The endmembers {names} are the same but for rounding, so that their abundances are not defined.</source>
        <translation>Los endmembers {names} son iguales salvo por redondeo, de modo que sus abundancias no están definidas.</translation>
    </message>
    <message>
        <source>The endmembers {names} are mixtures of one another, so that their abundances are not defined.</source>
        <translation>Los endmembers {names} son mezclas unos de otros, de modo que sus abundancias no están definidas.</translation>
    </message>
    <message>
        <source>Take one of them out.</source>
        <translation>Quite uno de ellos.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Strongest anomalies</source>
        <translation>Anomalías más fuertes</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Pixels above it, normal distribution</source>
        <translation>Píxeles por encima, distribución normal</translation>
    </message>
    <message>
        <source>Pixels above it, this image</source>
        <translation>Píxeles por encima, esta imagen</translation>
    </message>
    <message>
        <source>How many pixels exceed which score</source>
        <translation>Cuántos píxeles superan cada valor</translation>
    </message>
    <message>
        <source>The score is the squared distance of a spectrum to the mean of the image, in units of the spread of all pixels in that direction (Mahalanobis); of a normal distribution, it follows a chi-square distribution with as many degrees of freedom as bands. An image of several surfaces is no normal distribution, so that more pixels exceed a score: where there are too many, set a share.</source>
        <translation>El valor es la distancia al cuadrado de un espectro a la media de la imagen, en unidades de la dispersión de todos los píxeles en esa dirección (Mahalanobis); en una distribución normal sigue una distribución ji al cuadrado con tantos grados de libertad como bandas. Una imagen de varias superficies no es una distribución normal, de modo que más píxeles superan un valor: si son demasiados, indique una proporción.</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Mean of the image</source>
        <translation>Media de la imagen</translation>
    </message>
    <message>
        <source>The pixels with the highest scores, at the coordinates of their centres.</source>
        <translation>Los píxeles con los valores más altos, en las coordenadas de sus centros.</translation>
    </message>
    <message>
        <source>Spectra of the strongest anomalies</source>
        <translation>Espectros de las anomalías más fuertes</translation>
    </message>
    <message>
        <source>{trees} of {features}, each grown on a part of the pixels that was drawn at random. The probability of a class is its mean share among the training pixels in the leaves that a pixel falls into.</source>
        <translation>{trees} de {features}, cada uno crecido con una parte de los píxeles elegida al azar. La probabilidad de una clase es su proporción media entre los píxeles de entrenamiento de las hojas en las que cae un píxel.</translation>
    </message>
    <message numerus="yes">
        <source>{count} decision trees</source>
        <translation>
            <numerusform>{count} árbol de decisión</numerusform>
            <numerusform>{count} árboles de decisión</numerusform>
        </translation>
    </message>
    <message>
        <source>Linear support vector machines of {features}, one for each class against all others; the highest score wins. Probabilities are the softmax of {slope} times the scores, as held-out pixels suggest.</source>
        <translation>Máquinas de vectores de soporte lineales de {features}, una por cada clase contra todas las demás; gana el valor más alto. Las probabilidades son el softmax de {slope} por los valores, como sugieren los píxeles reservados.</translation>
    </message>
    <message>
        <source>Importance of the bands</source>
        <translation>Importancia de las bandas</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Importancia</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>The most important bands</source>
        <translation>Las bandas más importantes</translation>
    </message>
    <message>
        <source>How much the splits of a band make the classes purer, as a share of all. Bands that are alike share their importance. Where the forest is one of components, theirs is spread by their squared loadings.</source>
        <translation>Cuánto más puras hacen las clases las divisiones de una banda, como proporción de todas. Las bandas parecidas comparten su importancia. Si el bosque es de componentes, la de estas se reparte según sus cargas al cuadrado.</translation>
    </message>
    <message>
        <source>The mean absolute weight of a band in the scores of all classes, in units of its standard deviation, as a share of all. Bands that are alike share their importance.</source>
        <translation>El peso absoluto medio de una banda en los valores de todas las clases, en unidades de su desviación estándar, como proporción de todas. Las bandas parecidas comparten su importancia.</translation>
    </message>
    <message>
        <source>Absorption in {ranges}, of {pixels}.</source>
        <translation>Absorción en {ranges}, de {pixels}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} ranges of wavelengths</source>
        <translation>
            <numerusform>{count} intervalo de longitudes de onda</numerusform>
            <numerusform>{count} intervalos de longitudes de onda</numerusform>
        </translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidad</translation>
    </message>
    <message>
        <source>Position of the deepest band (nm)</source>
        <translation>Posición de la banda más profunda (nm)</translation>
    </message>
    <message>
        <source>Area (nm)</source>
        <translation>Área (nm)</translation>
    </message>
    <message>
        <source>How often depths occur</source>
        <translation>Con qué frecuencia aparecen las profundidades</translation>
    </message>
    <message>
        <source>How often positions occur</source>
        <translation>Con qué frecuencia aparecen las posiciones</translation>
    </message>
    <message>
        <source>Position (nm)</source>
        <translation>Posición (nm)</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>Medians</source>
        <translation>Medianas</translation>
    </message>
    <message>
        <source>{endmembers}; the volume of their simplex is {volume} in {components}.</source>
        <translation>{endmembers}; el volumen de su símplex es {volume} en {components}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} endmembers</source>
        <translation>
            <numerusform>{count} endmember</numerusform>
            <numerusform>{count} endmembers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>HySime finds {count} directions in which the signal is larger than the noise: about so many endmembers.</source>
        <translation>
            <numerusform>HySime encuentra {count} dirección en la que la señal es mayor que el ruido: más o menos tantos endmembers.</numerusform>
            <numerusform>HySime encuentra {count} direcciones en las que la señal es mayor que el ruido: más o menos tantos endmembers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Endmember</source>
        <translation>Endmember</translation>
    </message>
    <message>
        <source>Easting</source>
        <translation>Este</translation>
    </message>
    <message>
        <source>Northing</source>
        <translation>Norte</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>What an endmember may be is a guess from its spectrum. The purest pixels are extreme ones: look at each on the map, as roofs, cars, glint and faults of the data are extreme too.</source>
        <translation>Lo que puede ser un endmember es una suposición a partir de su espectro. Los píxeles más puros son extremos: mire cada uno en el mapa, pues tejados, coches, brillos y fallos de los datos también son extremos.</translation>
    </message>
    <message>
        <source>Component {number}</source>
        <translation>Componente {number}</translation>
    </message>
    <message>
        <source>Pixels and endmembers in the components {one} and {other}</source>
        <translation>Píxeles y endmembers en las componentes {one} y {other}</translation>
    </message>
    <message>
        <source>Mixtures lie between the endmembers: corners of the cloud without an endmember want more of them, and endmembers inside of it, in all pictures, may be left out.</source>
        <translation>Las mezclas están entre los endmembers: las esquinas de la nube sin endmember piden más, y los endmembers que están dentro en todas las imágenes se pueden quitar.</translation>
    </message>
    <message>
        <source>Up to the dashed line: components that these endmembers span.</source>
        <translation>Hasta la línea discontinua: componentes que abarcan estos endmembers.</translation>
    </message>
    <message>
        <source>Where the line becomes flat, noise begins. Real scenes have no true number of endmembers; fewer are easier to tell apart, and the residual of unmixing shows where one is missing.</source>
        <translation>Donde la línea se aplana empieza el ruido. Las escenas reales no tienen un número verdadero de endmembers; menos son más fáciles de distinguir, y el residuo de la desmezcla muestra dónde falta uno.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Cuántos</translation>
    </message>
    <message>
        <source>Endmembers in true colour</source>
        <translation>Endmembers en color verdadero</translation>
    </message>
    <message numerus="yes">
        <source>{count} components are kept; {signal} of {all} have more signal than noise</source>
        <translation>
            <numerusform>Se conserva {count} componente; {signal} de {all} tienen más señal que ruido</numerusform>
            <numerusform>Se conservan {count} componentes; {signal} de {all} tienen más señal que ruido</numerusform>
        </translation>
    </message>
    <message>
        <source>Eigenvalue (log scale)</source>
        <translation>Valor propio (escala logarítmica)</translation>
    </message>
    <message>
        <source>An eigenvalue is the signal-to-noise ratio plus 1; about 1, a component is noise.</source>
        <translation>Un valor propio es la relación señal-ruido más 1; cerca de 1, una componente es ruido.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>The standard deviation of the noise of each band, from differences of neighbouring pixels. Where these show different surfaces, it contains signal.</source>
        <translation>La desviación estándar del ruido de cada banda, de las diferencias de píxeles vecinos. Donde estos muestran superficies distintas, contiene señal.</translation>
    </message>
    <message>
        <source>Noise of the bands</source>
        <translation>Ruido de las bandas</translation>
    </message>
    <message>
        <source>Signal-to-noise ratio</source>
        <translation>Relación señal-ruido</translation>
    </message>
    <message numerus="yes">
        <source>{count} pixels are claimed by other classes too</source>
        <translation>
            <numerusform>{count} píxel lo reclaman también otras clases</numerusform>
            <numerusform>{count} píxeles los reclaman también otras clases</numerusform>
        </translation>
    </message>
    <message>
        <source>{endmembers} explain {pixels} with an RMSE of {rmse} (reflectance).</source>
        <translation>{endmembers} explican {pixels} con un RMSE de {rmse} (reflectancia).</translation>
    </message>
    <message>
        <source>Endmember with most of the pixel</source>
        <translation>Endmember con la mayor parte del píxel</translation>
    </message>
    <message>
        <source>Mean abundance</source>
        <translation>Abundancia media</translation>
    </message>
    <message>
        <source>Pixels of which it is most</source>
        <translation>Píxeles en los que es mayoritario</translation>
    </message>
    <message>
        <source>Pixels above {share} (%)</source>
        <translation>Píxeles por encima de {share} (%)</translation>
    </message>
    <message>
        <source>Mean shares</source>
        <translation>Proporciones medias</translation>
    </message>
    <message>
        <source>How often residuals occur</source>
        <translation>Con qué frecuencia aparecen los residuos</translation>
    </message>
    <message>
        <source>The residual is what no mixture of the endmembers explains. Where it is large and forms patches, an endmember is missing: sample it there. A small residual does not prove that the endmembers are the right ones.</source>
        <translation>El residuo es lo que ninguna mezcla de los endmembers explica. Donde es grande y forma manchas, falta un endmember: tome allí una muestra. Un residuo pequeño no prueba que los endmembers sean los correctos.</translation>
    </message>
    <message>
        <source>Correlation of each two endmembers</source>
        <translation>Correlación de cada dos endmembers</translation>
    </message>
    <message>
        <source>Correlation of endmembers</source>
        <translation>Correlación de los endmembers</translation>
    </message>
    <message>
        <source>{path} describes {lines:,} spectra of {samples:,} bands, which no library has; correct it.</source>
        <translation>{path} describe {lines:,} espectros de {samples:,} bandas, que ninguna biblioteca tiene; corríjalo.</translation>
    </message>
    <message>
        <source>vegetation, sparse, mixed with bare ground</source>
        <translation>vegetación, escasa, mezclada con suelo desnudo</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>oscura</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>media</translation>
    </message>
    <message>
        <source>very dark</source>
        <translation>muy oscura</translation>
    </message>
    <message>
        <source>very bright</source>
        <translation>muy clara</translation>
    </message>
    <message>
        <source>{name}, {grade}</source>
        <translation>{name}, {grade}</translation>
    </message>
    <message>
        <source>{name}, brightness {rank} of {count}</source>
        <translation>{name}, brillo {rank} de {count}</translation>
    </message>
    <message>
        <source>{name} has no data there.</source>
        <translation>{name} no tiene datos ahí.</translation>
    </message>
    <message>
        <source>The polygon</source>
        <translation>El polígono</translation>
    </message>
    <message>
        <source>The polygon has {count:,} pixels, of which at most {most:,} are averaged here; draw a smaller one, or use Sample spectra.</source>
        <translation>El polígono tiene {count:,} píxeles, de los que aquí se promedian como máximo {most:,}; dibuje uno menor, o use «Muestrear espectros».</translation>
    </message>
    <message>
        <source>Decompressing {name}</source>
        <translation>Descomprimiendo {name}</translation>
    </message>
    <message>
        <source>{name} does not say at which wavelengths its bands lie; choose a tile, cleaned reflectance or another raster with wavelengths.</source>
        <translation>{name} no dice en qué longitudes de onda están sus bandas; elija una tesela, reflectancia depurada u otro ráster con longitudes de onda.</translation>
    </message>
    <message>
        <source>{name} has no band for {missing} of the {wanted} bands of {owner}, such as {wavelength:.1f} nm, which its spectra are to be resampled to; run it apart.</source>
        <translation>{name} no tiene banda para {missing} de las {wanted} bandas de {owner}, como {wavelength:.1f} nm, a las que se deben remuestrear sus espectros; ejecútelo aparte.</translation>
    </message>
    <message>
        <source>{name} has other bands than {owner}: {read} of {bands} are read, and spectra are resampled to the bands of {owner}, weighted by the widths of the bands (FWHM).</source>
        <translation>{name} tiene otras bandas que {owner}: se leen {read} de {bands}, y los espectros se remuestrean a las bandas de {owner}, ponderados por los anchos de las bandas (FWHM).</translation>
    </message>
    <message>
        <source>An unexpected error occurred ({error}); the log has more of it.</source>
        <translation>Se produjo un error inesperado ({error}); el registro dice más.</translation>
    </message>
    <message>
        <source>Plots need the Python package pyqtgraph, which the Python of QGIS cannot import ({error}); the README says how to install it.</source>
        <translation>Los gráficos necesitan el paquete de Python pyqtgraph, que el Python de QGIS no puede importar ({error}); el README dice cómo instalarlo.</translation>
    </message>
    <message>
        <source>NEON scatter</source>
        <translation>Dispersión NEON</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Eje horizontal</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>Eje vertical</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>Ejes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Brush a rectangle in the scatter</source>
        <translation>Marcar un rectángulo en el diagrama de dispersión</translation>
    </message>
    <message>
        <source>Brush a polygon in the scatter (double click: last corner)</source>
        <translation>Marcar un polígono en el diagrama de dispersión (doble clic: última esquina)</translation>
    </message>
    <message>
        <source>Clear what is brushed and marked</source>
        <translation>Quitar todo lo marcado</translation>
    </message>
    <message>
        <source>Show the whole scatter</source>
        <translation>Mostrar todo el diagrama de dispersión</translation>
    </message>
    <message>
        <source>Mark a pixel or a rectangle of the map in the scatter</source>
        <translation>Marcar un píxel o un rectángulo del mapa en el diagrama de dispersión</translation>
    </message>
    <message>
        <source>Save the brushed pixels as a mask</source>
        <translation>Guardar los píxeles marcados como máscara</translation>
    </message>
    <message>
        <source>class</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>Name of the class of the brushed pixels, for a training layer</source>
        <translation>Nombre de la clase de los píxeles marcados, para una capa de entrenamiento</translation>
    </message>
    <message>
        <source>Add brushed pixels to a training layer as points</source>
        <translation>Añadir los píxeles marcados como puntos a una capa de entrenamiento</translation>
    </message>
    <message>
        <source>Add brushed pixels to a training layer as polygons</source>
        <translation>Añadir los píxeles marcados como polígonos a una capa de entrenamiento</translation>
    </message>
    <message>
        <source>Reading a sample of {pixels} pixels</source>
        <translation>Leyendo una muestra de {pixels} píxeles</translation>
    </message>
    <message>
        <source>{name}: {pixels} pixels</source>
        <translation>{name}: {pixels} píxeles</translation>
    </message>
    <message>
        <source>{wavelength} nm (band {number})</source>
        <translation>{wavelength} nm (banda {number})</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densidad</translation>
    </message>
    <message>
        <source>Classes of {layer}</source>
        <translation>Clases de {layer}</translation>
    </message>
    <message>
        <source>{name}: {brushed} of {pixels} pixels are brushed ({share} %)</source>
        <translation>{name}: {brushed} de {pixels} píxeles están marcados ({share} %)</translation>
    </message>
    <message>
        <source>{name} does not reach there.</source>
        <translation>{name} no llega hasta ahí.</translation>
    </message>
    <message>
        <source>Reading a pixel</source>
        <translation>Leyendo un píxel</translation>
    </message>
    <message>
        <source>{count} pixels of the sample lie in the rectangle.</source>
        <translation>{count} píxeles de la muestra están en el rectángulo.</translation>
    </message>
    <message>
        <source>GeoTIFF (*.tif)</source>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <source>Brushed pixels - {name}</source>
        <translation>Píxeles marcados - {name}</translation>
    </message>
    <message>
        <source>Writing a mask</source>
        <translation>Escribiendo una máscara</translation>
    </message>
    <message>
        <source>Outlining the brushed pixels</source>
        <translation>Trazando los píxeles marcados</translation>
    </message>
    <message>
        <source>{count} places of the class {name} are added to the training layer.</source>
        <translation>{count} lugares de la clase {name} se han añadido a la capa de entrenamiento.</translation>
    </message>
    <message>
        <source>Training points</source>
        <translation>Puntos de entrenamiento</translation>
    </message>
    <message>
        <source>Training polygons</source>
        <translation>Polígonos de entrenamiento</translation>
    </message>
    <message>
        <source>NEON spectrum</source>
        <translation>Espectro NEON</translation>
    </message>
    <message>
        <source>Show the spectrum of places that are clicked on the map</source>
        <translation>Mostrar el espectro de los lugares en los que se hace clic en el mapa</translation>
    </message>
    <message>
        <source>Spectra of the library</source>
        <translation>Espectros de la biblioteca</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>Parte del nombre</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>The layer of this spectrum is gone.</source>
        <translation>La capa de este espectro ya no está.</translation>
    </message>
    <message>
        <source>No layer has spectra at this place. Drop a tile (.h5) on the map, or add cleaned reflectance or another raster with wavelengths.</source>
        <translation>Ninguna capa tiene espectros en este lugar. Arrastre una tesela (.h5) al mapa, o añada reflectancia depurada u otro ráster con longitudes de onda.</translation>
    </message>
    <message>
        <source>class on the map</source>
        <translation>clase en el mapa</translation>
    </message>
    <message>
        <source>Choose the table of the classes to compare with their spectra.</source>
        <translation>Elija la tabla de las clases para comparar con sus espectros.</translation>
    </message>
    <message>
        <source>nearest class</source>
        <translation>clase más cercana</translation>
    </message>
    <message>
        <source>nearest other class</source>
        <translation>otra clase más cercana</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Espectro</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Euclidean distance to the centre of the class, in reflectance</source>
        <translation>Distancia euclídea al centro de la clase, en reflectancia</translation>
    </message>
    <message>
        <source>Spectral angle to the centre of the class</source>
        <translation>Ángulo espectral al centro de la clase</translation>
    </message>
    <message>
        <source>Choose places on the map</source>
        <translation>Elegir lugares en el mapa</translation>
    </message>
    <message>
        <source>1 pixel</source>
        <translation>1 píxel</translation>
    </message>
    <message>
        <source>Mean of 3 x 3</source>
        <translation>Media de 3 x 3</translation>
    </message>
    <message>
        <source>Mean of 5 x 5</source>
        <translation>Media de 5 x 5</translation>
    </message>
    <message>
        <source>Mean of polygon</source>
        <translation>Media de un polígono</translation>
    </message>
    <message>
        <source>What a click reads. Of a polygon, click the corners, and end it with the right mouse button.</source>
        <translation>Lo que lee un clic. De un polígono, haga clic en las esquinas y termine con el botón derecho del ratón.</translation>
    </message>
    <message>
        <source>Add spectra of a library or of samples...</source>
        <translation>Añadir espectros de una biblioteca o de muestras...</translation>
    </message>
    <message>
        <source>Choose the table of the classes...</source>
        <translation>Elegir la tabla de las clases...</translation>
    </message>
    <message>
        <source>Show whole spectra</source>
        <translation>Mostrar los espectros enteros</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Leyenda</translation>
    </message>
    <message>
        <source>Keep the same range of reflectance, whatever the spectra are.</source>
        <translation>Mantener el mismo intervalo de reflectancia, sean cuales sean los espectros.</translation>
    </message>
    <message>
        <source>Copy values and picture</source>
        <translation>Copiar valores e imagen</translation>
    </message>
    <message>
        <source>Remove the chosen spectrum</source>
        <translation>Quitar el espectro elegido</translation>
    </message>
    <message>
        <source>Remove all spectra</source>
        <translation>Quitar todos los espectros</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Table (CSV)...</source>
        <translation>Tabla (CSV)...</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Picture (PNG)...</source>
        <translation>Imagen (PNG)...</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Imágenes (*.png)</translation>
    </message>
    <message>
        <source>Drawing (SVG)...</source>
        <translation>Dibujo (SVG)...</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Dibujos (*.svg)</translation>
    </message>
    <message>
        <source>Markers as a layer of points</source>
        <translation>Marcadores como capa de puntos</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>Leyendo...</translation>
    </message>
    <message>
        <source>Click on the map: a spectrum. Ctrl+click, drag the number, or arrow keys (Shift: 10 pixels): move it. Del: remove it.</source>
        <translation>Clic en el mapa: un espectro. Ctrl+clic, arrastrar el número o flechas (Mayús: 10 píxeles): moverlo. Supr: quitarlo.</translation>
    </message>
    <message>
        <source>Spectra (*.csv *.sli *.hdr *.txt *.asd);;All files (*)</source>
        <translation>Espectros (*.csv *.sli *.hdr *.txt *.asd);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Spectra of a library or of samples</source>
        <translation>Espectros de una biblioteca o de muestras</translation>
    </message>
    <message>
        <source>{path} does not say at which wavelengths its bands lie.</source>
        <translation>{path} no dice en qué longitudes de onda están sus bandas.</translation>
    </message>
    <message>
        <source>Tables of classes or samples (*.csv);;All files (*)</source>
        <translation>Tablas de clases o muestras (*.csv);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Table of the classes</source>
        <translation>Tabla de las clases</translation>
    </message>
    <message>
        <source>Save spectra</source>
        <translation>Guardar espectros</translation>
    </message>
    <message>
        <source>{path} cannot be written; choose another place.</source>
        <translation>{path} no se puede escribir; elija otro lugar.</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>clase {number}</translation>
    </message>
    <message>
        <source>library</source>
        <translation>biblioteca</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>sin datos</translation>
    </message>
    <message>
        <source>This place lies outside {name}.</source>
        <translation>Este lugar está fuera de {name}.</translation>
    </message>
    <message>
        <source>There is too little memory.</source>
        <translation>Hay muy poca memoria.</translation>
    </message>
    <message>
        <source>Reading a spectrum</source>
        <translation>Leyendo un espectro</translation>
    </message>
    <message>
        <source>The pixels of {name} lie between those of {first} (upper-left corners {left:.10g}, {top:.10g} and {first_left:.10g}, {first_top:.10g}); leave out one of them.</source>
        <translation>Los píxeles de {name} están entre los de {first} (esquinas superiores izquierdas {left:.10g}, {top:.10g} y {first_left:.10g}, {first_top:.10g}); deje fuera uno de los dos.</translation>
    </message>
    <message>
        <source>The endmembers {names} are multiples of each other, so that their abundances are not defined.</source>
        <translation>Los endmembers {names} son múltiplos unos de otros, por lo que sus abundancias no están definidas.</translation>
    </message>
    <message>
        <source>{path} (temporary: removed when QGIS closes)</source>
        <translation>{path} (temporal: se elimina al cerrar QGIS)</translation>
    </message>
    <message>
        <source>These results are temporary files, which are removed when QGIS closes. To keep them, choose files for them, for example in {folder}:</source>
        <translation>Estos resultados son archivos temporales, que se eliminan al cerrar QGIS. Para conservarlos, elija archivos para ellos, por ejemplo en {folder}:</translation>
    </message>
    <message>
        <source>These results are temporary files, which are removed when QGIS closes:</source>
        <translation>Estos resultados son archivos temporales, que se eliminan al cerrar QGIS:</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Several make one raster.</source>
        <translation>Varios forman un solo ráster.</translation>
    </message>
    <message>
        <source>NEON reflectance files: tiles (DP3.30006.001 or .002) or flight lines (DP1.30006.001), or folders in or below which they are.</source>
        <translation>Archivos de reflectancia de NEON: teselas (DP3.30006.001 o .002) o líneas de vuelo (DP1.30006.001), o carpetas en las que, o por debajo de las que, se encuentran.</translation>
    </message>
    <message>
        <source>Where tiles overlap, the one listed first counts.</source>
        <translation>Donde las teselas se solapan, cuenta la primera de la lista.</translation>
    </message>
    <message>
        <source>Where tiles overlap, the one listed first counts. Tiles may be of several years and sensors: spectra are resampled to the bands of the first one.</source>
        <translation>Donde las teselas se solapan, cuenta la primera de la lista. Las teselas pueden ser de varios años y sensores: los espectros se remuestrean a las bandas de la primera.</translation>
    </message>
    <message>
        <source>Several are sampled together.</source>
        <translation>Varios se muestrean juntos.</translation>
    </message>
    <message>
        <source>Extract an ancillary layer</source>
        <translation>Extraer una capa auxiliar</translation>
    </message>
    <message>
        <source>Find anomalies</source>
        <translation>Buscar anomalías</translation>
    </message>
    <message>
        <source>Classify with a saved classifier</source>
        <translation>Clasificar con un clasificador guardado</translation>
    </message>
    <message>
        <source>Classifies other images with a classifier that Train a classifier wrote: classes keep their numbers, names and, where it was told to reject, their limits. The bands of the classifier are found in the image by wavelength. A random forest or linear SVM needs no further package here.
Tiles, or one raster: give one of the two. Tiles are read one after the other, so that a whole site needs the memory of one tile.
The accuracy is that of the image with the samples. Under another light, in another season or at another site, spectra of the same class differ; test it there.</source>
        <translation>Clasifica otras imágenes con un clasificador escrito por «Entrenar un clasificador»: las clases conservan sus números, sus nombres y, si debía rechazar píxeles, sus límites. Las bandas del clasificador se buscan en la imagen por longitud de onda. Un bosque aleatorio o una SVM lineal no necesitan aquí ningún otro paquete.
Teselas o un ráster: indique uno de los dos. Las teselas se leen una tras otra, de modo que un sitio entero necesita la memoria de una tesela.
La exactitud es la de la imagen de las muestras. Con otra luz, en otra estación del año o en otro sitio, los espectros de la misma clase son distintos; compruébela allí.</translation>
    </message>
    <message>
        <source>There is not enough memory. Keep fewer bands (every n-th, with a larger n) or choose a smaller extent.</source>
        <translation>No hay memoria suficiente. Conserve menos bandas (una de cada n, con una n mayor) o elija una extensión menor.</translation>
    </message>
    <message>
        <source>Left out, as the run was cancelled: {results}.</source>
        <translation>Omitido porque se canceló la ejecución: {results}.</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Análisis</translation>
    </message>
    <message>
        <source>Study classification settings</source>
        <translation>Estudiar los ajustes de la clasificación</translation>
    </message>
    <message>
        <source>Stop each clustering after so many iterations, or earlier when no or hardly any pixel changes class.</source>
        <translation>Cada agrupamiento termina tras este número de iteraciones, o antes si ningún píxel o casi ninguno cambia de clase.</translation>
    </message>
    <message>
        <source>Well-separated pixels (k-means++)</source>
        <translation>Píxeles bien separados (k-means++)</translation>
    </message>
    <message>
        <source>{label} [or {others}]</source>
        <translation>{label} [o {others}]</translation>
    </message>
    <message>
        <source>Train a classifier</source>
        <translation>Entrenar un clasificador</translation>
    </message>
    <message>
        <source>The classifier, to apply to other images with Classify with a saved classifier.</source>
        <translation>El clasificador, para aplicarlo a otras imágenes con «Clasificar con un clasificador guardado».</translation>
    </message>
    <message>
        <source>Reads the description of a NEON reflectance tile or flight line (HDF5): product, site, days of acquisition, grid, coordinate system, wavelengths and widths of the bands, which of them the rule of NEON&apos;s tutorial keeps, water-vapour windows, weather quality, where the sun stood, seams between flight lines, ancillary layers and storage.
Of the reflectance one band is read, to find the share of pixels without data and how much neighbouring pixels of different flight lines differ. The report also has a picture and the mean spectrum, for which parts of the file are read. The numbers are outputs for models; the log and the report have all of it in words.</source>
        <translation>Lee la descripción de una tesela o línea de vuelo de reflectancia de NEON (HDF5): producto, sitio, días de adquisición, malla, sistema de coordenadas, longitudes de onda y anchos de las bandas, cuáles de ellas conserva la regla del tutorial de NEON, ventanas de vapor de agua, calidad meteorológica, posición del sol, costuras entre líneas de vuelo, capas auxiliares y almacenamiento.
De la reflectancia se lee una banda, para hallar la proporción de píxeles sin datos y cuánto difieren los píxeles vecinos de líneas de vuelo distintas. El informe tiene además una imagen y el espectro medio, para los que se leen partes del archivo. Los números son salidas para modelos; el registro y el informe lo dicen todo en palabras.</translation>
    </message>
    <message>
        <source>Reading the picture</source>
        <translation>Leyendo la imagen</translation>
    </message>
    <message>
        <source>Kept of the cancelled run:</source>
        <translation>Conservado de la ejecución cancelada:</translation>
    </message>
    <message>
        <source>{parameter} is not the id of an authentication configuration, which has seven letters and digits. A token does not belong here, as QGIS would keep it in its history: store it in Settings &gt; Options &gt; Authentication first.</source>
        <translation>{parameter} no es el identificador de una configuración de autenticación, que tiene siete letras y cifras. Un token no va aquí, porque QGIS lo guardaría en su historial: guárdelo antes en Configuración &gt; Opciones &gt; Autenticación.</translation>
    </message>
    <message>
        <source>QGIS cannot read the authentication configuration of {parameter} without its master password; for qgis_process, write it into a file and set the environment variable QGIS_AUTH_PASSWORD_FILE to the path of that file.</source>
        <translation>QGIS no puede leer la configuración de autenticación de {parameter} sin su contraseña maestra; para qgis_process, escríbala en un archivo y ponga su ruta en la variable de entorno QGIS_AUTH_PASSWORD_FILE.</translation>
    </message>
    <message>
        <source>Stop after so many iterations, or earlier when no or hardly any pixel changes class.</source>
        <translation>Termina tras este número de iteraciones, o antes si ningún píxel o casi ninguno cambia de clase.</translation>
    </message>
    <message>
        <source>Centres of an earlier run (file)</source>
        <translation>Centros de una ejecución anterior (archivo)</translation>
    </message>
    <message>
        <source>A table of cluster centres that an earlier run wrote, for starting from its centres.</source>
        <translation>Una tabla de centros de clases escrita por una ejecución anterior, para partir de sus centros.</translation>
    </message>
    <message>
        <source>Keep the classes when cancelled</source>
        <translation>Conservar las clases al cancelar</translation>
    </message>
    <message>
        <source>When the run is cancelled during the iterations, the one under way is finished, and its classes are written and loaded, with centres, report and preview. Layer, log and report say after which iteration it was. This takes some seconds and cannot be cancelled again. Other results are left out, and files of earlier runs in their places stay. Cancelled before the iterations, a run leaves nothing.</source>
        <translation>Si la ejecución se cancela durante las iteraciones, se termina la que está en curso, y sus clases se escriben y se cargan, con centros, informe y vista previa. La capa, el registro y el informe dicen tras qué iteración fue. Esto tarda unos segundos y no se puede cancelar de nuevo. Los demás resultados se omiten, y los archivos de ejecuciones anteriores que están en su lugar se quedan. Cancelada antes de las iteraciones, una ejecución no deja nada.</translation>
    </message>
    <message>
        <source>End when at most so many pixels move (%)</source>
        <translation>Terminar cuando cambien como mucho tantos píxeles (%)</translation>
    </message>
    <message>
        <source>Iterations end when at most this share of the pixels has changed class, as those that still move lie between two classes. With 0, they end when no pixel has, as in NEON&apos;s tutorial. Empty: 0.01 for k-means++, 0 for the other starts.</source>
        <translation>Las iteraciones terminan cuando como mucho esta proporción de los píxeles ha cambiado de clase, pues los que aún cambian están entre dos clases. Con 0, terminan cuando no cambia ninguno, como en el tutorial de NEON. Vacío: 0,01 con k-means++, 0 con los demás inicios.</translation>
    </message>
    <message>
        <source>K-means, {classes} classes, cancelled after iteration {iteration} - {image}</source>
        <translation>K-medias, {classes} clases, cancelado tras la iteración {iteration} - {image}</translation>
    </message>
    <message>
        <source>Components to keep</source>
        <translation>Componentes que se conservan</translation>
    </message>
    <message>
        <source>{parameter} is {value}; give the code of a product, such as DP3.30006.002.</source>
        <translation>{parameter} es {value}; indique el código de un producto, como DP3.30006.002.</translation>
    </message>
    <message>
        <source>NEON gives data only with a token: get one at {page}, store it in QGIS (Settings &gt; Options &gt; Authentication, method Basic, as the password) and choose it as {parameter}, or set the environment variable {variable}.</source>
        <translation>NEON solo da datos con un token: obtenga uno en {page}, guárdelo en QGIS (Configuración &gt; Opciones &gt; Autenticación, método Basic, como contraseña) y elíjalo como {parameter}, o póngalo en la variable de entorno {variable}.</translation>
    </message>
    <message>
        <source>The tiles are provisional: NEON may still change them; switch on {parameter} to download them.</source>
        <translation>Las teselas son provisionales: NEON aún puede cambiarlas; active {parameter} para descargarlas.</translation>
    </message>
    <message numerus="yes">
        <source>{count} provisional tiles are left out; {parameter} downloads such tiles.</source>
        <translation>
            <numerusform>Se omite {count} tesela provisional; {parameter} descarga esas teselas.</numerusform>
            <numerusform>Se omiten {count} teselas provisionales; {parameter} descarga esas teselas.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} of {first} and of {second} would be the same file; choose a {year}, or NEON&apos;s folders as {layout}, which keep them apart.</source>
        <translation>{name} de {first} y de {second} serían el mismo archivo; elija un {year}, o las carpetas de NEON como {layout}, que los mantienen separados.</translation>
    </message>
    <message>
        <source>{path} is the tile of {month}, which is kept; choose another {folder}, or NEON&apos;s folders as {layout}, which keep the years apart.</source>
        <translation>{path} es la tesela de {month}, que se conserva; elija otra {folder}, o las carpetas de NEON como {layout}, que mantienen separados los años.</translation>
    </message>
    <message>
        <source>{path} is there, but is not the tile of {month} (its size or checksum is another one); move it away, or choose another {folder}.</source>
        <translation>{path} existe, pero no es la tesela de {month} (su tamaño o su suma de comprobación es otro); muévalo o elija otra {folder}.</translation>
    </message>
    <message>
        <source>{size} are to be downloaded, more than {parameter} allows, which is {most}; choose fewer tiles or allow more.</source>
        <translation>Se descargarían {size}, más de lo que permite {parameter}, que es {most}; elija menos teselas o permita más.</translation>
    </message>
    <message>
        <source>{parameter} is &quot;{text}&quot;; give the code of a NEON site, four letters or digits such as SERC.</source>
        <translation>{parameter} es «{text}»; indique el código de un sitio de NEON, cuatro letras o cifras como SERC.</translation>
    </message>
    <message>
        <source>{name}: the server sends more than it should, or than {parameter} allows; run again later.</source>
        <translation>{name}: el servidor envía más de lo que debería o de lo que permite {parameter}; inténtelo más tarde.</translation>
    </message>
    <message>
        <source>Writing the demo tile needs h5py, which the Python of QGIS cannot import. {how} Download tiles gets real tiles without it.</source>
        <translation>Para escribir la tesela de demostración hace falta h5py, que el Python de QGIS no puede importar. {how} «Descargar teselas» obtiene teselas reales sin él.</translation>
    </message>
    <message>
        <source>Choose the package python3-h5py in the OSGeo4W Setup, which fits the HDF5 of QGIS; or run python -m pip install h5py in the OSGeo4W Shell, and start QGIS again.</source>
        <translation>Elija el paquete python3-h5py en el instalador de OSGeo4W, que encaja con el HDF5 de QGIS, o ejecute python -m pip install h5py en la OSGeo4W Shell, y reinicie QGIS.</translation>
    </message>
    <message>
        <source>Run {command} in the Terminal, and start QGIS again.</source>
        <translation>Ejecute {command} en el Terminal y reinicie QGIS.</translation>
    </message>
    <message>
        <source>Install the package of your system: {debian} on Debian and Ubuntu, {fedora} on Fedora; then start QGIS again.</source>
        <translation>Instale el paquete de su sistema: {debian} en Debian y Ubuntu, {fedora} en Fedora; después reinicie QGIS.</translation>
    </message>
    <message>
        <source>The file does not say where the sun stood.</source>
        <translation>El archivo no dice dónde estaba el sol.</translation>
    </message>
    <message>
        <source>{line}: </source>
        <translation>{line}: </translation>
    </message>
    <message>
        <source>{angle}°</source>
        <translation>{angle}°</translation>
    </message>
    <message>
        <source>zenith angle {zenith}, azimuth {azimuth}</source>
        <translation>ángulo cenital {zenith}, acimut {azimuth}</translation>
    </message>
    <message>
        <source>The file does not say which pixel comes from which flight line.</source>
        <translation>El archivo no dice de qué línea de vuelo procede cada píxel.</translation>
    </message>
    <message>
        <source>There are no neighbouring pixels of different flight lines.</source>
        <translation>No hay píxeles vecinos de líneas de vuelo distintas.</translation>
    </message>
    <message>
        <source>how much neighbours of one line differ beside it is not known</source>
        <translation>no se sabe cuánto difieren al lado los vecinos de una misma línea</translation>
    </message>
    <message>
        <source>{ratio} times as much as neighbours of one line beside it ({beside})</source>
        <translation>{ratio} veces lo que difieren al lado los vecinos de una misma línea ({beside})</translation>
    </message>
    <message>
        <source>{first} and {second}: pixels differ by {across} across the seam, {compared}; {second} is {shift}.</source>
        <translation>{first} y {second}: los píxeles difieren {across} a través de la costura, {compared}; {second} es {shift}.</translation>
    </message>
    <message>
        <source>darker by {size} on average</source>
        <translation>más oscura en {size} de media</translation>
    </message>
    <message>
        <source>brighter by {size} on average</source>
        <translation>más clara en {size} de media</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Sol</translation>
    </message>
    <message>
        <source>Seams between flight lines (reflectance in {band})</source>
        <translation>Costuras entre líneas de vuelo (reflectancia en {band})</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>línea {number}</translation>
    </message>
    <message>
        <source>{name}: {bands} bands of {pixels:,} pixels need {size:.1f} GB of memory, which is not there; keep fewer bands (every n-th, with a larger n) or choose a smaller extent.</source>
        <translation>{name}: {bands} bandas de {pixels:,} píxeles necesitan {size:.1f} GB de memoria, que no hay; conserve menos bandas (una de cada n, con una n mayor) o elija una extensión menor.</translation>
    </message>
    <message>
        <source>{parameter}: {path} is read-only; choose another name, or allow it to be written.</source>
        <translation>{parameter}: {path} es de solo lectura; elija otro nombre o permita escribirlo.</translation>
    </message>
    <message>
        <source>{parameter}: {path} is not a folder; choose another one.</source>
        <translation>{parameter}: {path} no es una carpeta; elija otra.</translation>
    </message>
    <message>
        <source>{parameter}: nothing can be written to the folder {folder} ({reason}); choose another one.</source>
        <translation>{parameter}: no se puede escribir nada en la carpeta {folder} ({reason}); elija otra.</translation>
    </message>
    <message>
        <source>{name}: up to {share:.1%} of the values of a band are {value:g} ({bands} of {all} bands have it), which looks like no data but is not marked as such. If it stands for no data, give it as {parameter} or as additional no data value of the layer (Layer Properties &gt; Transparency), and run again.</source>
        <translation>{name}: hasta el {share:.1%} de los valores de una banda son {value:g} (los tienen {bands} de {all} bandas), lo que parece falta de datos pero no está marcado así. Si significa sin datos, indíquelo como {parameter} o como valor adicional sin datos de la capa (Propiedades de la capa &gt; Transparencia) y ejecute de nuevo.</translation>
    </message>
    <message>
        <source>{error} To go on without it, switch on {parameter}.</source>
        <translation>{error} Para seguir sin ella, active {parameter}.</translation>
    </message>
    <message>
        <source>{found_in} has no wavelengths: its bands are taken for those of {wanted_in} in the same order, and their values for the same unit. Check both, or give it wavelengths and a scale.</source>
        <translation>{found_in} no tiene longitudes de onda: sus bandas se toman por las de {wanted_in} en el mismo orden, y sus valores por los de la misma unidad. Compruebe ambas cosas, o póngale longitudes de onda y una escala.</translation>
    </message>
    <message>
        <source>Computing scores</source>
        <translation>Calculando las puntuaciones</translation>
    </message>
    <message>
        <source>Clustering all bands, to compare</source>
        <translation>Agrupando todas las bandas, para comparar</translation>
    </message>
    <message>
        <source>{name} has several bands at {wavelength:g} nm, as images of several dates have, so that its spectra have no continuum; choose an image of one date.</source>
        <translation>{name} tiene varias bandas a {wavelength:g} nm, como las imágenes de varias fechas, de modo que sus espectros no tienen continuo; elija una imagen de una sola fecha.</translation>
    </message>
    <message>
        <source>{start} is the centres of an earlier run, but no file is given; choose one as {file}.</source>
        <translation>{start} es «Centros de una ejecución anterior», pero no se indica ningún archivo; elija uno como {file}.</translation>
    </message>
    <message>
        <source>{parameter} is {classes}; it must be from 1 to {most}.</source>
        <translation>{parameter} es {classes}; debe estar entre 1 y {most}.</translation>
    </message>
    <message>
        <source>Cancelled after the first iteration.</source>
        <translation>Cancelado tras la primera iteración.</translation>
    </message>
    <message>
        <source>Cancelled after {iterations} iterations; the last one moved {moved}.</source>
        <translation>Cancelado tras {iterations} iteraciones; en la última cambiaron {moved}.</translation>
    </message>
    <message>
        <source>Stopped after {iterations} iterations, as the last one moved only {moved}; iterations end when at most {share} % move.</source>
        <translation>Terminado tras {iterations} iteraciones, pues en la última solo cambiaron {moved}; las iteraciones terminan cuando cambia como mucho el {share} %.</translation>
    </message>
    <message>
        <source>Stopped after {iterations} iterations, as many as are allowed; the last one moved {moved}. Allow more, or go on from the centres, to let the classes settle.</source>
        <translation>Terminado tras {iterations} iteraciones, todas las permitidas; en la última cambiaron {moved}. Permita más, o siga desde los centros, para que las clases se asienten.</translation>
    </message>
    <message>
        <source>{moved} of {pixels} pixels ({share} %)</source>
        <translation>{moved} de {pixels} píxeles ({share} %)</translation>
    </message>
    <message>
        <source>The share of pixels at which iterations end is {share:g} %; it must be from 0 to 100.</source>
        <translation>La proporción de píxeles con la que terminan las iteraciones es {share:g} %; debe estar entre 0 y 100.</translation>
    </message>
    <message>
        <source>Cancelled: this iteration is finished, then its classes are written.</source>
        <translation>Cancelado: se termina esta iteración y después se escriben sus clases.</translation>
    </message>
    <message>
        <source>Cancelled: the classes are written first.</source>
        <translation>Cancelado: antes se escriben las clases.</translation>
    </message>
    <message>
        <source>Measuring distances to the centres</source>
        <translation>Midiendo las distancias a los centros</translation>
    </message>
    <message>
        <source>Writing the distances</source>
        <translation>Escribiendo las distancias</translation>
    </message>
    <message>
        <source>Writing the preview</source>
        <translation>Escribiendo la vista previa</translation>
    </message>
    <message>
        <source>Estimating the noise</source>
        <translation>Estimando el ruido</translation>
    </message>
    <message>
        <source>Writing the denoised images</source>
        <translation>Escribiendo las imágenes sin ruido</translation>
    </message>
    <message>
        <source>Writing the components</source>
        <translation>Escribiendo los componentes</translation>
    </message>
    <message>
        <source>Anomaly {rank}</source>
        <translation>Anomalía {rank}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Mean spectrum</source>
        <translation>Espectro medio</translation>
    </message>
    <message>
        <source>It is not known: no pixel that was read has data, or they are damaged.</source>
        <translation>No se conoce: ningún píxel leído tiene datos, o están dañados.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message numerus="yes">
        <source>The line is the mean of {count} pixels that are spread over the tile, the shading leaves out the lowest and the highest 5 % of them; bands in windows of water vapour are left out.</source>
        <translation>
            <numerusform>La línea es la media de {count} píxel repartido por la tesela, la zona sombreada omite el 5 % más bajo y el más alto; faltan las bandas de las ventanas de vapor de agua.</numerusform>
            <numerusform>La línea es la media de {count} píxeles repartidos por la tesela, la zona sombreada omite el 5 % más bajo y el más alto; faltan las bandas de las ventanas de vapor de agua.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every {step}th band was read.</source>
        <translation>Se leyó una de cada {step} bandas.</translation>
    </message>
    <message>
        <source>The zenith angle is that between sun and straight above; the azimuth is counted from north over east.</source>
        <translation>El ángulo cenital es el que hay entre el sol y la vertical; el acimut se cuenta desde el norte hacia el este.</translation>
    </message>
    <message>
        <source>Seams between flight lines</source>
        <translation>Costuras entre líneas de vuelo</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Neighbouring pixels</source>
        <translation>Píxeles vecinos</translation>
    </message>
    <message>
        <source>Difference across</source>
        <translation>Diferencia a través</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Al lado</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Cociente</translation>
    </message>
    <message>
        <source>Second less first</source>
        <translation>Segunda menos primera</translation>
    </message>
    <message>
        <source>Mean absolute differences of reflectance in {band}: of neighbouring pixels of two lines, and of the neighbours next to them that are of one line. A ratio near 1 is no seam; where it is larger, lines differ in light, view or correction, and classes may follow the seam.</source>
        <translation>Diferencias absolutas medias de la reflectancia en {band}: de píxeles vecinos de dos líneas, y de los vecinos de al lado que son de una misma línea. Un cociente cercano a 1 no es una costura; si es mayor, las líneas difieren en luz, vista o corrección, y las clases pueden seguir la costura.</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}, {second}</translation>
    </message>
    <message>
        <source>{what}: {image}, {days}</source>
        <translation>{what}: {image}, {days}</translation>
    </message>
    <message>
        <source>{what}: {image}</source>
        <translation>{what}: {image}</translation>
    </message>
    <message numerus="yes">
        <source>{count} images</source>
        <translation>
            <numerusform>{count} imagen</numerusform>
            <numerusform>{count} imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>x {left} to {right}, y {bottom} to {top}</source>
        <translation>x de {left} a {right}, y de {bottom} a {top}</translation>
    </message>
    <message>
        <source>{columns} x {rows} pixels of {width} x {height} m</source>
        <translation>{columns} x {rows} píxeles de {width} x {height} m</translation>
    </message>
    <message>
        <source>{columns} x {rows} pixels of {width} x {height}</source>
        <translation>{columns} x {rows} píxeles de {width} x {height}</translation>
    </message>
    <message>
        <source>{title}: the first one</source>
        <translation>{title}: el primero</translation>
    </message>
    <message>
        <source>{title}: 1 red, 2 green, 3 blue</source>
        <translation>{title}: 1 rojo, 2 verde, 3 azul</translation>
    </message>
    <message>
        <source>cancelled after {iterations}</source>
        <translation>cancelado tras {iterations}</translation>
    </message>
    <message>
        <source>cancelled after {iterations}, {pixels} moved in the last</source>
        <translation>cancelado tras {iterations}, en la última cambiaron {pixels}</translation>
    </message>
    <message>
        <source>{iterations}, until at most {share} % of the pixels moved; in the last, {pixels}</source>
        <translation>{iterations}, hasta que cambiara como mucho el {share} % de los píxeles; en la última, {pixels}</translation>
    </message>
    <message numerus="yes">
        <source>of {count} features the buffer leaves nothing</source>
        <translation>
            <numerusform>de {count} objeto espacial el margen no deja nada</numerusform>
            <numerusform>de {count} objetos espaciales el margen no deja nada</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing left by the buffer</source>
        <translation>Sin nada tras el margen</translation>
    </message>
    <message>
        <source>{path} has values up to {value} only, which are read in the unit that it states and so become a reflectance of {reflectance} at most; check its unit.</source>
        <translation>{path} solo tiene valores hasta {value}, que se leen en la unidad que indica y dan así una reflectancia de {reflectance} como mucho; compruebe su unidad.</translation>
    </message>
    <message>
        <source>Copying {name}</source>
        <translation>Copiando {name}</translation>
    </message>
    <message>
        <source>Copying a tile, so that its spectra come at once</source>
        <translation>Copiando una tesela, para que sus espectros lleguen al momento</translation>
    </message>
    <message>
        <source>Each spectrum of this tile takes as long as the first one. {problem}</source>
        <translation>Cada espectro de esta tesela tarda lo mismo que el primero. {problem}</translation>
    </message>
    <message>
        <source>Which classes correspond. 0: those that share most pixels, for k-means, whose numbers mean nothing. 1: those with the same number. 2: those with the same name, without the number and the share that this plugin writes around names; case and surrounding spaces do not matter unless a map has both spellings. A class without a name is called by its number.</source>
        <translation>Qué clases se corresponden. 0: las que comparten más píxeles, para k-medias, cuyos números no significan nada. 1: las que tienen el mismo número. 2: las que tienen el mismo nombre, sin el número y la proporción que este complemento escribe junto a los nombres; no importan las mayúsculas ni los espacios de los extremos, salvo que un mapa tenga ambas grafías. Una clase sin nombre se llama como su número.</translation>
    </message>
    <message>
        <source>{found_in} has no band for {missing} of the {wanted} bands of {wanted_in}: {listed}. Clean both with the same choice of bands.</source>
        <translation>{found_in} no tiene banda para {missing} de las {wanted} bandas de {wanted_in}: {listed}. Depure ambas con la misma elección de bandas.</translation>
    </message>
    <message>
        <source>{path} has the class {name} more than once; leave one of its rows.</source>
        <translation>{path} tiene la clase {name} más de una vez; deje solo una de sus filas.</translation>
    </message>
    <message numerus="yes">
        <source>{sites}, {count} tiles</source>
        <translation>
            <numerusform>{sites}, {count} tesela</numerusform>
            <numerusform>{sites}, {count} teselas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{parameter} is {classes}, but {name} has only {count} valid pixels; choose so many at most, or use more of it.</source>
        <translation>
            <numerusform>{parameter} es {classes}, pero {name} solo tiene {count} píxel válido; elija como mucho esa cantidad o use una parte mayor.</numerusform>
            <numerusform>{parameter} es {classes}, pero {name} solo tiene {count} píxeles válidos; elija como mucho esa cantidad o use una parte mayor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} has {count} good bands in {range} nm, and an absorption feature needs at least 3; widen the range.</source>
        <translation>
            <numerusform>{name} tiene {count} banda buena en {range} nm, y un rasgo de absorción necesita al menos 3; amplíe el intervalo.</numerusform>
            <numerusform>{name} tiene {count} bandas buenas en {range} nm, y un rasgo de absorción necesita al menos 3; amplíe el intervalo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} has {count} good bands, and an absorption feature needs at least 3; choose an image with more bands.</source>
        <translation>
            <numerusform>{name} tiene {count} banda buena, y un rasgo de absorción necesita al menos 3; elija una imagen con más bandas.</numerusform>
            <numerusform>{name} tiene {count} bandas buenas, y un rasgo de absorción necesita al menos 3; elija una imagen con más bandas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Covariance of each class: share of the pooled covariance {shares}; share of the diagonal in the pooled one {diagonal:g}.</source>
        <translation>Covarianza de cada clase: proporción de la covarianza combinada {shares}; proporción de la diagonal en la combinada {diagonal:g}.</translation>
    </message>
    <message>
        <source>No component has a signal-to-noise ratio of {snr:g} or more; the first one, with {first:.2g}, is kept.</source>
        <translation>Ningún componente tiene una relación señal-ruido de {snr:g} o más; se conserva el primero, con {first:.2g}.</translation>
    </message>
    <message>
        <source>The probability compares the classes with each other: a pixel of something that is none of them can have a high one. Only Gaussian maximum likelihood can leave such pixels unclassified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medians of the pictures, which have evenly spaced pixels of large images. The depth is the share of the light that the feature takes away, 0 to 1. Where it is small, the position is that of noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area is that of all pixels times the mean abundance; pixels above a share are counted in the pictures, which have evenly spaced pixels of large images.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
