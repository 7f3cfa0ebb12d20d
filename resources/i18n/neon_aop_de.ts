<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
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
        <translation>Wetterqualität</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>Wolken</translation>
    </message>
    <message>
        <source>acquisition date</source>
        <translation>Aufnahmedatum</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>Hangneigung</translation>
    </message>
    <message>
        <source>aspect</source>
        <translation>Exposition</translation>
    </message>
    <message>
        <source>elevation</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>water vapour</source>
        <translation>Wasserdampf</translation>
    </message>
    <message>
        <source>aerosol</source>
        <translation>Aerosol</translation>
    </message>
    <message>
        <source>Ancillary layer</source>
        <translation>Zusatzlayer</translation>
    </message>
    <message>
        <source>Turn a layer that a NEON tile holds beside its reflectance into a georeferenced raster.</source>
        <translation>Einen Layer, den eine NEON-Kachel neben dem Reflexionsgrad enthält, in ein georeferenziertes Raster umwandeln.</translation>
    </message>
    <message>
        <source>Reads one of the images that come with the reflectance in a NEON tile (HDF5): weather quality, day of acquisition, terrain, angles to the sensor, shadow, aerosol, water vapour and others. A layer is found under each of the names that it has had in NEON&apos;s files.
Weather quality becomes classes 1 to 3 with colours, from the codes of newer files as well as from the colours of older ones. The other layers keep their values. What files mark as no data in different ways (-9999, 241, -1) becomes no data.
The log tells what the file says of the layer, and where that is known to be wrong.</source>
        <translation>Liest eines der Bilder, die in einer NEON-Kachel (HDF5) neben dem Reflexionsgrad liegen: Wetterqualität, Aufnahmetag, Gelände, Winkel zum Sensor, Schatten, Aerosol, Wasserdampf und weitere. Ein Layer wird unter jedem der Namen gefunden, die er in den Dateien von NEON je hatte.
Die Wetterqualität wird zu den Klassen 1 bis 3 mit Farben, sowohl aus den Codes neuerer Dateien als auch aus den Farben älterer. Die übrigen Layer behalten ihre Werte. Was Dateien auf verschiedene Weise als fehlend kennzeichnen (-9999, 241, -1), wird zum Leerwert.
Das Protokoll gibt wieder, was die Datei über den Layer aussagt, und wo das bekanntermaßen falsch ist.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>The layer to read. Not every file has all of them; a message lists those that it has.</source>
        <translation>Der zu lesende Layer. Nicht jede Datei enthält alle; eine Meldung nennt die vorhandenen.</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Ausdehnung</translation>
    </message>
    <message>
        <source>Read only the pixels whose centre lies in this extent. Empty: the whole tile.</source>
        <translation>Nur die Pixel lesen, deren Mittelpunkt in dieser Ausdehnung liegt. Leer: die ganze Kachel.</translation>
    </message>
    <message>
        <source>The raster to write (GeoTIFF).</source>
        <translation>Das zu schreibende Raster (GeoTIFF).</translation>
    </message>
    <message>
        <source>Name of the layer in the file</source>
        <translation>Name des Layers in der Datei</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-Means</translation>
    </message>
    <message>
        <source>clustering</source>
        <translation>Clusteranalyse</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>Klassifikation</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>predict</source>
        <translation>vorhersagen</translation>
    </message>
    <message>
        <source>apply</source>
        <translation>anwenden</translation>
    </message>
    <message>
        <source>centroids</source>
        <translation>Zentroide</translation>
    </message>
    <message>
        <source>nearest centre</source>
        <translation>nächstes Zentrum</translation>
    </message>
    <message>
        <source>Classify with saved centres</source>
        <translation>Mit gespeicherten Zentren klassifizieren</translation>
    </message>
    <message>
        <source>Give the pixels of further tiles or of a raster the classes of an earlier run.</source>
        <translation>Den Pixeln weiterer Kacheln oder eines Rasters die Klassen eines früheren Laufs geben.</translation>
    </message>
    <message>
        <source>Cluster centres</source>
        <translation>Clusterzentren</translation>
    </message>
    <message>
        <source>The table that an earlier run wrote. Rows may be taken out; each class keeps its number.</source>
        <translation>Die Tabelle, die ein früherer Lauf geschrieben hat. Zeilen dürfen entfernt werden; jede Klasse behält ihre Nummer.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>The class raster to write (GeoTIFF): the classes of the table, 0 where there is no data.</source>
        <translation>Das zu schreibende Klassenraster (GeoTIFF): die Klassen der Tabelle, 0 bei fehlenden Daten.</translation>
    </message>
    <message>
        <source>Class counts</source>
        <translation>Pixelzahlen der Klassen</translation>
    </message>
    <message>
        <source>A table of the classes with their pixels and area in this image.</source>
        <translation>Eine Tabelle der Klassen mit ihren Pixeln und ihrer Fläche in diesem Bild.</translation>
    </message>
    <message>
        <source>Classes with pixels</source>
        <translation>Klassen mit Pixeln</translation>
    </message>
    <message>
        <source>Sum of squared errors</source>
        <translation>Summe der quadrierten Abweichungen</translation>
    </message>
    <message>
        <source>Saved centres, {} classes - {}</source>
        <translation>Gespeicherte Zentren, {} Klassen - {}</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>In place of tiles, a raster of the same kind as the one of the earlier run, such as cleaned reflectance.</source>
        <translation>Anstelle von Kacheln ein Raster derselben Art wie das des früheren Laufs, zum Beispiel bereinigter Reflexionsgrad.</translation>
    </message>
    <message>
        <source>Read only the pixels whose centre lies in this extent. Empty: all.</source>
        <translation>Nur die Pixel lesen, deren Mittelpunkt in dieser Ausdehnung liegt. Leer: alle.</translation>
    </message>
    <message>
        <source>Leave out broken tiles</source>
        <translation>Defekte Kacheln auslassen</translation>
    </message>
    <message>
        <source>Go on without files that cannot be read, and list them at the end, instead of stopping.</source>
        <translation>Statt abzubrechen, ohne die nicht lesbaren Dateien fortfahren und sie am Ende auflisten.</translation>
    </message>
    <message>
        <source>Tiles left out</source>
        <translation>Ausgelassene Kacheln</translation>
    </message>
    <message>
        <source>Left out: {}</source>
        <translation>Ausgelassen: {}</translation>
    </message>
    <message>
        <source>pca</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>principal components</source>
        <translation>Hauptkomponenten</translation>
    </message>
    <message>
        <source>dimension reduction</source>
        <translation>Dimensionsreduktion</translation>
    </message>
    <message>
        <source>transform</source>
        <translation>transformieren</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projizieren</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>Komponentenwerte</translation>
    </message>
    <message>
        <source>Principal components of a saved model</source>
        <translation>Hauptkomponenten eines gespeicherten Modells</translation>
    </message>
    <message>
        <source>Component model</source>
        <translation>Komponentenmodell</translation>
    </message>
    <message>
        <source>The model that an earlier run wrote.</source>
        <translation>Das Modell, das ein früherer Lauf geschrieben hat.</translation>
    </message>
    <message>
        <source>Principal components</source>
        <translation>Hauptkomponenten</translation>
    </message>
    <message>
        <source>The raster of scores to write (GeoTIFF, Float32): a band for each component of the model.</source>
        <translation>Das zu schreibende Raster der Komponentenwerte (GeoTIFF, Float32): ein Kanal je Komponente des Modells.</translation>
    </message>
    <message>
        <source>Components kept</source>
        <translation>Behaltene Komponenten</translation>
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
        <translation>hyperspektral</translation>
    </message>
    <message>
        <source>reflectance</source>
        <translation>Reflexionsgrad</translation>
    </message>
    <message>
        <source>imaging spectroscopy</source>
        <translation>abbildende Spektroskopie</translation>
    </message>
    <message>
        <source>{} is not a parameter of this algorithm and is ignored.</source>
        <translation>{} ist kein Parameter dieses Algorithmus und wird nicht beachtet.</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>Reflectance tiles</source>
        <translation>Reflexionsgrad-Kacheln</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>unsupervised</source>
        <translation>unüberwacht</translation>
    </message>
    <message>
        <source>Classify tiles</source>
        <translation>Kacheln klassifizieren</translation>
    </message>
    <message>
        <source>Turn NEON reflectance tiles into a class map and principal components in one run.</source>
        <translation>NEON-Kacheln mit Reflexionsgraden in einem Lauf in eine Klassenkarte und Hauptkomponenten umwandeln.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>A small picture of the class map.</source>
        <translation>Ein kleines Bild der Klassenkarte.</translation>
    </message>
    <message>
        <source>bad bands</source>
        <translation>unbrauchbare Kanäle</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importieren</translation>
    </message>
    <message>
        <source>convert</source>
        <translation>umwandeln</translation>
    </message>
    <message>
        <source>Clean reflectance</source>
        <translation>Reflexionsgrad bereinigen</translation>
    </message>
    <message>
        <source>Turn a NEON reflectance tile into a georeferenced raster of reflectance without bad bands.</source>
        <translation>Eine NEON-Kachel in ein georeferenziertes Raster des Reflexionsgrads ohne unbrauchbare Kanäle umwandeln.</translation>
    </message>
    <message>
        <source>Reads a NEON reflectance tile or flight line (HDF5), leaves out the bands that water vapour and noise spoil, and writes reflectance as a GeoTIFF with coordinate system, no data, band names and wavelengths.
Pixels without data stay without data. The result serves as the input of k-means clustering and principal components, or of any other raster tool.</source>
        <translation>Liest eine NEON-Kachel oder einen Flugstreifen mit Reflexionsgraden (HDF5), lässt die durch Wasserdampf und Rauschen verdorbenen Kanäle weg und schreibt den Reflexionsgrad als GeoTIFF mit Koordinatensystem, Leerwert, Kanalnamen und Wellenlängen.
Pixel ohne Daten bleiben ohne Daten. Das Ergebnis dient als Eingabe für k-Means-Clustering und Hauptkomponenten oder für jedes andere Rasterwerkzeug.</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>Datentyp</translation>
    </message>
    <message>
        <source>Float32 reflectance</source>
        <translation>Float32-Reflexionsgrad</translation>
    </message>
    <message>
        <source>Int16 with a scale of 0.0001</source>
        <translation>Int16 mit einem Skalierungsfaktor von 0,0001</translation>
    </message>
    <message>
        <source>Integers take less space; QGIS shows them as reflectance, other programs may need to apply the scale.</source>
        <translation>Ganze Zahlen brauchen weniger Platz; QGIS zeigt sie als Reflexionsgrad an, in anderen Programmen muss die Skalierung eventuell angewendet werden.</translation>
    </message>
    <message>
        <source>Reflectance</source>
        <translation>Reflexionsgrad</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Coordinate reference system</source>
        <translation>Koordinatenbezugssystem</translation>
    </message>
    <message>
        <source>Reflectance - {}</source>
        <translation>Reflexionsgrad - {}</translation>
    </message>
    <message>
        <source>rgb</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>true colour</source>
        <translation>Echtfarben</translation>
    </message>
    <message>
        <source>false colour</source>
        <translation>Falschfarben</translation>
    </message>
    <message>
        <source>infrared</source>
        <translation>Infrarot</translation>
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
        <translation>Bild</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>Streckung</translation>
    </message>
    <message>
        <source>color</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colour composite</source>
        <translation>Farbkomposit</translation>
    </message>
    <message>
        <source>Make a picture of three bands of a tile or raster: true colour, infrared or any wavelengths.</source>
        <translation>Ein Bild aus drei Kanälen einer Kachel oder eines Rasters erzeugen: Echtfarben, Infrarot oder beliebige Wellenlängen.</translation>
    </message>
    <message>
        <source>Reflectance tile</source>
        <translation>Reflexionsgrad-Kachel</translation>
    </message>
    <message>
        <source>A NEON reflectance file: a tile or a flight line (HDF5). Give this or a raster.</source>
        <translation>Eine NEON-Datei mit Reflexionsgraden: eine Kachel oder ein Flugstreifen (HDF5). Entweder diese oder ein Raster angeben.</translation>
    </message>
    <message>
        <source>A raster whose bands have wavelengths, such as cleaned reflectance. Give this or a tile.</source>
        <translation>Ein Raster, dessen Kanäle Wellenlängen haben, zum Beispiel bereinigter Reflexionsgrad. Entweder dieses oder eine Kachel angeben.</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>Komposit</translation>
    </message>
    <message>
        <source>{} ({:.0f}, {:.0f}, {:.0f} nm)</source>
        <translation>{} ({:.0f}, {:.0f}, {:.0f} nm)</translation>
    </message>
    <message>
        <source>Which wavelengths become red, green and blue.</source>
        <translation>Welche Wellenlängen zu Rot, Grün und Blau werden.</translation>
    </message>
    <message>
        <source>Show only the pixels whose centre lies in this extent. Empty: the whole image.</source>
        <translation>Nur die Pixel zeigen, deren Mittelpunkt in dieser Ausdehnung liegt. Leer: das ganze Bild.</translation>
    </message>
    <message>
        <source>Wavelengths (nm)</source>
        <translation>Wellenlängen (nm)</translation>
    </message>
    <message>
        <source>Three wavelengths for red, green and blue in place of the composite, such as &quot;670, 550, 470&quot;.</source>
        <translation>Drei Wellenlängen für Rot, Grün und Blau anstelle des Komposits, zum Beispiel „670, 550, 470“.</translation>
    </message>
    <message>
        <source>Lower percentile</source>
        <translation>Unteres Perzentil</translation>
    </message>
    <message>
        <source>Values below it become darkest.</source>
        <translation>Werte darunter werden am dunkelsten.</translation>
    </message>
    <message>
        <source>Upper percentile</source>
        <translation>Oberes Perzentil</translation>
    </message>
    <message>
        <source>Values above it become brightest.</source>
        <translation>Werte darüber werden am hellsten.</translation>
    </message>
    <message>
        <source>The picture to write (GeoTIFF): red, green, blue and opacity, as Byte.</source>
        <translation>Das zu schreibende Bild (GeoTIFF): Rot, Grün, Blau und Deckkraft, als Byte.</translation>
    </message>
    <message>
        <source>Bands used</source>
        <translation>Verwendete Kanäle</translation>
    </message>
    <message>
        <source>Red, green, blue: {}</source>
        <translation>Rot, Grün, Blau: {}</translation>
    </message>
    <message>
        <source>example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Beispieldaten</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>synthetisch</translation>
    </message>
    <message>
        <source>Create a demo tile</source>
        <translation>Demokachel erzeugen</translation>
    </message>
    <message>
        <source>Write a small synthetic reflectance tile in NEON&apos;s format, to try the other algorithms with.</source>
        <translation>Eine kleine synthetische Kachel im Format von NEON schreiben, um die anderen Algorithmen auszuprobieren.</translation>
    </message>
    <message>
        <source>Writes a synthetic landscape as a NEON reflectance tile: woodland, fields, bare soil, a river, a road and shadow, with sensor noise, spoilt water-vapour bands and a corner that was not flown.
The spectra are modelled. The file has the structure of a real tile, so that what works with it works with real ones.</source>
        <translation>Schreibt eine synthetische Landschaft als NEON-Kachel mit Reflexionsgraden: Wald, Felder, offener Boden, ein Fluss, eine Straße und Schatten, mit Sensorrauschen, verdorbenen Wasserdampfkanälen und einer nicht beflogenen Ecke.
Die Spektren sind modelliert. Die Datei ist aufgebaut wie eine echte Kachel: Was mit ihr funktioniert, funktioniert auch mit echten.</translation>
    </message>
    <message>
        <source>Size (pixels)</source>
        <translation>Größe (Pixel)</translation>
    </message>
    <message>
        <source>Width and height of the tile; a pixel is 1 m wide. Real tiles have 1000 by 1000 pixels.</source>
        <translation>Breite und Höhe der Kachel; ein Pixel ist 1 m breit. Echte Kacheln haben 1000 mal 1000 Pixel.</translation>
    </message>
    <message>
        <source>Storage layout</source>
        <translation>Speicheranordnung</translation>
    </message>
    <message>
        <source>Whole bands (files since 2022)</source>
        <translation>Ganze Kanäle (Dateien ab 2022)</translation>
    </message>
    <message>
        <source>Small blocks (files to 2021)</source>
        <translation>Kleine Blöcke (Dateien bis 2021)</translation>
    </message>
    <message>
        <source>How the values are divided into compressed chunks. The values are the same.</source>
        <translation>Wie die Werte auf komprimierte Blöcke verteilt sind. Die Werte sind dieselben.</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Startwert des Zufallsgenerators</translation>
    </message>
    <message>
        <source>Another seed gives another landscape.</source>
        <translation>Ein anderer Startwert ergibt eine andere Landschaft.</translation>
    </message>
    <message>
        <source>Demo tile</source>
        <translation>Demokachel</translation>
    </message>
    <message>
        <source>The HDF5 file to write.</source>
        <translation>Die zu schreibende HDF5-Datei.</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>wavelengths</source>
        <translation>Wellenlängen</translation>
    </message>
    <message>
        <source>Inspect a tile</source>
        <translation>Kachel untersuchen</translation>
    </message>
    <message>
        <source>List what a NEON reflectance tile holds: place, date, bands, no data, weather, layers.</source>
        <translation>Auflisten, was eine NEON-Kachel enthält: Ort, Datum, Kanäle, Leerwerte, Wetter, Layer.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>A page with all that was found (HTML); it needs no network.</source>
        <translation>Eine Seite mit allem, was gefunden wurde (HTML); sie braucht kein Netz.</translation>
    </message>
    <message>
        <source>EPSG code</source>
        <translation>EPSG-Code</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Share of pixels without data</source>
        <translation>Anteil der Pixel ohne Daten</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Days of acquisition</source>
        <translation>Aufnahmetage</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>K-means clustering</source>
        <translation>K-Means-Clustering</translation>
    </message>
    <message>
        <source>Classify the pixels of a raster into classes of similar spectra.</source>
        <translation>Die Pixel eines Rasters in Klassen ähnlicher Spektren einteilen.</translation>
    </message>
    <message>
        <source>Groups the pixels of a raster with several bands into classes: each pixel belongs to the class whose mean spectrum (centre) is nearest, and each centre is the mean of its pixels.
Pixels without data in any band stay without class. Classes are numbered from 1, dark to bright.
The centres are a table that another run can start from, on this or on another image. A cancelled run leaves the centres of its last iteration there.
K-means suits classes of similar spread; the result depends on the start.</source>
        <translation>Gruppiert die Pixel eines Rasters mit mehreren Kanälen in Klassen: Jedes Pixel gehört zu der Klasse, deren mittleres Spektrum (Zentrum) am nächsten liegt, und jedes Zentrum ist der Mittelwert seiner Pixel.
Pixel, denen in einem Kanal Daten fehlen, bleiben ohne Klasse. Die Klassen sind ab 1 von dunkel nach hell nummeriert.
Die Zentren sind eine Tabelle, von der ein weiterer Lauf ausgehen kann, mit diesem oder einem anderen Bild. Ein abgebrochener Lauf hinterlässt dort die Zentren seiner letzten Iteration.
K-Means eignet sich für Klassen ähnlicher Streuung; das Ergebnis hängt vom Start ab.</translation>
    </message>
    <message>
        <source>A raster with one or more bands, such as cleaned reflectance or principal components.</source>
        <translation>Ein Raster mit einem oder mehreren Kanälen, zum Beispiel bereinigter Reflexionsgrad oder Hauptkomponenten.</translation>
    </message>
    <message>
        <source>tutorial</source>
        <translation>Tutorial</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>workflow</source>
        <translation>Arbeitsablauf</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Tutorial: clean, k-means, PCA</source>
        <translation>Tutorial: Bereinigen, k-Means, PCA</translation>
    </message>
    <message>
        <source>Do all steps of NEON&apos;s tutorial on unsupervised classification with its settings.</source>
        <translation>Alle Schritte von NEONs Tutorial zur unüberwachten Klassifikation mit dessen Einstellungen ausführen.</translation>
    </message>
    <message>
        <source>Cleans the reflectance of a tile, classifies it by k-means from the start that NEON&apos;s tutorial takes, and computes principal components: the steps of the tutorial, one after the other, with its settings.
A copy of this model is a good start for own models. Classify tiles does the same faster, without the cleaned raster between the steps.</source>
        <translation>Bereinigt den Reflexionsgrad einer Kachel, klassifiziert ihn mit k-Means vom selben Start aus wie NEONs Tutorial und berechnet Hauptkomponenten: die Schritte des Tutorials, einer nach dem anderen, mit dessen Einstellungen.
Eine Kopie dieses Modells ist ein guter Ausgangspunkt für eigene Modelle. „Kacheln klassifizieren“ leistet dasselbe schneller, ohne das bereinigte Raster zwischen den Schritten.</translation>
    </message>
    <message>
        <source>K-means on principal components</source>
        <translation>K-Means auf Hauptkomponenten</translation>
    </message>
    <message>
        <source>Classify the pixels of a tile by their principal components instead of their bands.</source>
        <translation>Die Pixel einer Kachel nach ihren Hauptkomponenten statt nach ihren Kanälen klassifizieren.</translation>
    </message>
    <message>
        <source>Cleans the reflectance of a tile, computes principal components and classifies their scores by k-means.
The first components hold nearly all differences between pixels, and what is left out is mostly noise. With nearly all of the variance kept, the classes are nearly those of the bands.</source>
        <translation>Bereinigt den Reflexionsgrad einer Kachel, berechnet Hauptkomponenten und klassifiziert deren Werte mit k-Means.
Die ersten Komponenten enthalten fast alle Unterschiede zwischen Pixeln; was wegfällt, ist größtenteils Rauschen. Bleibt fast die ganze Varianz erhalten, entsprechen die Klassen nahezu denen der Kanäle.</translation>
    </message>
    <message>
        <source>Clean and mask vegetation by NDVI, then k-means</source>
        <translation>Bereinigen und Vegetation mit NDVI maskieren, dann k-Means</translation>
    </message>
    <message>
        <source>Classify only the vegetation of a tile, found by its vegetation index (NDVI).</source>
        <translation>Nur die Vegetation einer Kachel klassifizieren, gefunden anhand ihres Vegetationsindex (NDVI).</translation>
    </message>
    <message>
        <source>Cleans the reflectance of a tile, computes the normalised difference vegetation index (NDVI) from the bands near 669 and 830 nm, and classifies only pixels whose index exceeds a threshold. All others have no data in the class map.
Without water, roofs and soil, the classes tell kinds and states of vegetation apart. The index does not know shadow: dark vegetation may fall on either side of the threshold.</source>
        <translation>Bereinigt den Reflexionsgrad einer Kachel, berechnet den normierten differenzierten Vegetationsindex (NDVI) aus den Kanälen bei 669 und 830 nm und klassifiziert nur Pixel, deren Index einen Schwellenwert überschreitet. Alle anderen haben in der Klassenkarte keine Daten.
Ohne Wasser, Dächer und Boden unterscheiden die Klassen Arten und Zustände der Vegetation. Der Index kennt keinen Schatten: Dunkle Vegetation kann auf beiden Seiten des Schwellenwerts liegen.</translation>
    </message>
    <message>
        <source>NEON AOP HDF5 (*.h5 *.hdf5);;All files (*)</source>
        <translation>NEON AOP HDF5 (*.h5 *.hdf5);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A NEON reflectance file: a tile (DP3.30006.001 or .002) or a flight line (DP1.30006.001).</source>
        <translation>Eine NEON-Datei mit Reflexionsgraden: eine Kachel (DP3.30006.001 oder .002) oder ein Flugstreifen (DP1.30006.001).</translation>
    </message>
    <message>
        <source>Bands to remove</source>
        <translation>Zu entfernende Kanäle</translation>
    </message>
    <message>
        <source>As NEON&apos;s tutorial: water vapour, the first 10 and the last 15</source>
        <translation>Wie in NEONs Tutorial: Wasserdampf, die ersten 10 und die letzten 15</translation>
    </message>
    <message>
        <source>Only inside the water-vapour windows</source>
        <translation>Nur innerhalb der Wasserdampffenster</translation>
    </message>
    <message>
        <source>0 removes the same bands as NEON&apos;s tutorial: those in the water-vapour windows and the one before each, the first 10 and the last 15. 1 removes only bands whose centre lies inside the windows.</source>
        <translation>0 entfernt dieselben Kanäle wie NEONs Tutorial: die in den Wasserdampffenstern und jeweils den davor, die ersten 10 und die letzten 15. 1 entfernt nur Kanäle, deren Mitte innerhalb der Fenster liegt.</translation>
    </message>
    <message>
        <source>Keep every n-th band</source>
        <translation>Jeden n-ten Kanal behalten</translation>
    </message>
    <message>
        <source>Of the remaining bands, keep every n-th. Neighbouring bands are much alike: 2 halves time and memory and hardly changes classes. NEON&apos;s tutorial uses 2.</source>
        <translation>Von den verbleibenden Kanälen jeden n-ten behalten. Benachbarte Kanäle sind einander sehr ähnlich: 2 halbiert Zeit und Speicher und ändert die Klassen kaum. NEONs Tutorial verwendet 2.</translation>
    </message>
    <message>
        <source>Bands to remove at the short end</source>
        <translation>Am kurzwelligen Ende zu entfernende Kanäle</translation>
    </message>
    <message>
        <source>In place of what the band rule removes there.</source>
        <translation>Anstelle derer, die die Kanalregel dort entfernt.</translation>
    </message>
    <message>
        <source>Bands to remove at the long end</source>
        <translation>Am langwelligen Ende zu entfernende Kanäle</translation>
    </message>
    <message>
        <source>Windows to remove (nm)</source>
        <translation>Zu entfernende Fenster (nm)</translation>
    </message>
    <message>
        <source>Ranges of wavelengths without usable bands, such as &quot;1340-1445, 1790-1955&quot;. Empty: those of the file.</source>
        <translation>Wellenlängenbereiche ohne brauchbare Kanäle, zum Beispiel „1340-1445, 1790-1955“. Leer: die der Datei.</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>How many classes to look for. Not used when starting from a centres file, which has its own number.</source>
        <translation>Wie viele Klassen gesucht werden. Ohne Wirkung beim Start von einer Zentrendatei, die ihre eigene Anzahl hat.</translation>
    </message>
    <message>
        <source>Maximum iterations</source>
        <translation>Maximale Iterationen</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Start von</translation>
    </message>
    <message>
        <source>NEON&apos;s tutorial (diagonal of the data range)</source>
        <translation>NEONs Tutorial (Diagonale des Wertebereichs)</translation>
    </message>
    <message>
        <source>0 chooses well-separated pixels at random, repeatably. 1 starts and ends as NEON&apos;s tutorial with SPy does. 2 goes on from the centres of an earlier run, of this or another image.</source>
        <translation>0 wählt weit auseinanderliegende Pixel zufällig, aber wiederholbar. 1 beginnt und endet wie NEONs Tutorial mit SPy. 2 setzt bei den Zentren eines früheren Laufs fort, mit diesem oder einem anderen Bild.</translation>
    </message>
    <message>
        <source>Centres file to start from</source>
        <translation>Zentrendatei, von der ausgegangen wird</translation>
    </message>
    <message>
        <source>Share of variance to keep</source>
        <translation>Zu behaltender Anteil der Varianz</translation>
    </message>
    <message>
        <source>Keep the fewest components that hold this share of the variance of all bands.</source>
        <translation>Die wenigsten Komponenten behalten, die diesen Anteil der Varianz aller Kanäle enthalten.</translation>
    </message>
    <message>
        <source>Keep so many components, whatever their share. 0: as the share of variance says.</source>
        <translation>So viele Komponenten behalten, unabhängig von ihrem Anteil. 0: wie es der Anteil der Varianz vorgibt.</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Only pixels under a clear sky (weather quality 1)</source>
        <translation>Nur Pixel unter klarem Himmel (Wetterqualität 1)</translation>
    </message>
    <message>
        <source>Leave out pixels recorded when clouds covered more than 10 % of the sky, or when that is not known.</source>
        <translation>Pixel auslassen, bei deren Aufnahme Wolken mehr als 10 % des Himmels bedeckten oder dies nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Memory for the pixels; what exceeds it goes to a scratch file in the temporary folder of Processing, which is slower on a slow disk. 0: what is free, within reason.</source>
        <translation>Arbeitsspeicher für die Pixel; was darüber hinausgeht, kommt in eine Arbeitsdatei im temporären Ordner der Verarbeitung, was auf einem langsamen Datenträger langsamer ist. 0: was frei ist, in vernünftigen Grenzen.</translation>
    </message>
    <message>
        <source>Dask scheduler</source>
        <translation>Dask-Scheduler</translation>
    </message>
    <message>
        <source>Address of the scheduler of a Dask cluster, such as tcp://127.0.0.1:8786, whose workers read the tiles and keep them in memory; they must find the tiles under the same paths. The result is the same. Only name a cluster that you trust: it can run any code on this machine. Empty: this machine works.</source>
        <translation>Adresse des Schedulers eines Dask-Clusters, zum Beispiel tcp://127.0.0.1:8786, dessen Worker die Kacheln lesen und im Arbeitsspeicher halten; sie müssen die Kacheln unter denselben Pfaden finden. Das Ergebnis ist dasselbe. Nur einen vertrauenswürdigen Cluster angeben: Er kann beliebigen Code auf diesem Rechner ausführen. Leer: Dieser Rechner arbeitet selbst.</translation>
    </message>
    <message>
        <source>The class raster to write (GeoTIFF): classes from 1, 0 where there is no data.</source>
        <translation>Das zu schreibende Klassenraster (GeoTIFF): Klassen ab 1, 0 bei fehlenden Daten.</translation>
    </message>
    <message>
        <source>A table of the mean spectrum of each class with its pixels and area; another run can start from it.</source>
        <translation>Eine Tabelle des mittleren Spektrums jeder Klasse mit ihren Pixeln und ihrer Fläche; ein weiterer Lauf kann davon ausgehen.</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Pixels moved in the last iteration</source>
        <translation>In der letzten Iteration gewechselte Pixel</translation>
    </message>
    <message>
        <source>K-means, {} classes - {}</source>
        <translation>K-Means, {} Klassen - {}</translation>
    </message>
    <message>
        <source>The raster of scores to write (GeoTIFF, Float32): a band for each component.</source>
        <translation>Das zu schreibende Raster der Komponentenwerte (GeoTIFF, Float32): ein Kanal je Komponente.</translation>
    </message>
    <message>
        <source>Eigenvalues</source>
        <translation>Eigenwerte</translation>
    </message>
    <message>
        <source>A table of all components: eigenvalue, share of the variance, cumulative share.</source>
        <translation>Eine Tabelle aller Komponenten: Eigenwert, Anteil an der Varianz, kumulierter Anteil.</translation>
    </message>
    <message>
        <source>Loadings</source>
        <translation>Ladungen</translation>
    </message>
    <message>
        <source>A table of the weight of each wavelength in each component that is kept.</source>
        <translation>Eine Tabelle der Gewichte jeder Wellenlänge in jeder behaltenen Komponente.</translation>
    </message>
    <message>
        <source>Means, loadings and wavelengths, to compute the same components of another image.</source>
        <translation>Mittelwerte, Ladungen und Wellenlängen, um dieselben Komponenten eines anderen Bildes zu berechnen.</translation>
    </message>
    <message>
        <source>Share of variance kept</source>
        <translation>Behaltener Anteil der Varianz</translation>
    </message>
    <message>
        <source>A page with charts, tables, pictures and all parameters (HTML); it needs no network.</source>
        <translation>Eine Seite mit Diagrammen, Tabellen, Bildern und allen Parametern (HTML); sie braucht kein Netz.</translation>
    </message>
    <message>
        <source>eigenvalues</source>
        <translation>Eigenwerte</translation>
    </message>
    <message>
        <source>eigenvectors</source>
        <translation>Eigenvektoren</translation>
    </message>
    <message>
        <source>Reduce the bands of a raster to the few principal components that hold most of its variance.</source>
        <translation>Die Kanäle eines Rasters auf die wenigen Hauptkomponenten reduzieren, die den größten Teil seiner Varianz enthalten.</translation>
    </message>
    <message>
        <source>Computes the principal components of a raster with several bands: uncorrelated combinations of bands, the one with the largest variance first.
Scores are centred and not whitened. The largest loading of each component is positive. Pixels without data in any band stay without data.
The model keeps all that is needed to compute the same components of another image.</source>
        <translation>Berechnet die Hauptkomponenten eines Rasters mit mehreren Kanälen: unkorrelierte Kombinationen von Kanälen, die mit der größten Varianz zuerst.
Die Komponentenwerte sind zentriert und nicht auf gleiche Varianz gebracht. Die größte Ladung jeder Komponente ist positiv. Pixel, denen in einem Kanal Daten fehlen, bleiben ohne Daten.
Das Modell enthält alles, was nötig ist, um dieselben Komponenten eines anderen Bildes zu berechnen.</translation>
    </message>
    <message>
        <source>A raster with several bands, such as cleaned reflectance.</source>
        <translation>Ein Raster mit mehreren Kanälen, zum Beispiel bereinigter Reflexionsgrad.</translation>
    </message>
    <message>
        <source>NEON AOP hyperspectral</source>
        <translation>NEON AOP hyperspektral</translation>
    </message>
    <message>
        <source>The worker {worker} has no h5py, which reads the tiles; install it there with: python -m pip install h5py.</source>
        <translation>Dem Worker {worker} fehlt h5py, das die Kacheln liest; es dort installieren mit: python -m pip install h5py.</translation>
    </message>
    <message>
        <source>The worker {worker} cannot read {path} ({reason}); put the tiles in a folder that is under the same path on this machine and on all workers.</source>
        <translation>Der Worker {worker} kann {path} nicht lesen ({reason}); die Kacheln in einen Ordner legen, der auf diesem Rechner und allen Workern unter demselben Pfad erreichbar ist.</translation>
    </message>
    <message>
        <source>The worker {worker} finds another file at {path}, of {found:,} instead of {size:,} bytes.</source>
        <translation>Der Worker {worker} findet unter {path} eine andere Datei, mit {found:,} statt {size:,} Bytes.</translation>
    </message>
    <message>
        <source>The Dask scheduler is {address!r}; give its address as it prints it, such as tcp://127.0.0.1:8786.</source>
        <translation>Der Dask-Scheduler ist {address!r}; seine Adresse so angeben, wie er sie ausgibt, zum Beispiel tcp://127.0.0.1:8786.</translation>
    </message>
    <message>
        <source>A Dask cluster needs the Python package distributed, which is not installed for the Python of QGIS; install it with: python -m pip install distributed</source>
        <translation>Ein Dask-Cluster braucht das Python-Paket distributed, das für das Python von QGIS nicht installiert ist; es installieren mit: python -m pip install distributed</translation>
    </message>
    <message>
        <source>No Dask scheduler answers at {address} ({reason}); start one with dask scheduler, or check the address and the firewall.</source>
        <translation>Unter {address} antwortet kein Dask-Scheduler ({reason}); einen mit dask scheduler starten oder die Adresse und die Firewall prüfen.</translation>
    </message>
    <message>
        <source>The Dask cluster has no workers; start some with dask worker and the scheduler&apos;s address.</source>
        <translation>Der Dask-Cluster hat keine Worker; welche mit dask worker und der Adresse des Schedulers starten.</translation>
    </message>
    <message>
        <source>the scheduler</source>
        <translation>dem Scheduler</translation>
    </message>
    <message>
        <source>the worker {address}</source>
        <translation>dem Worker {address}</translation>
    </message>
    <message>
        <source>The Dask cluster does not fit: {what} on {who}; install the same version on both.</source>
        <translation>Der Dask-Cluster passt nicht. {what} auf {who}; auf beiden Seiten dieselbe Version installieren.</translation>
    </message>
    <message>
        <source>{name} is {here} here, but {there}</source>
        <translation>{name}: hier {here}, aber {there}</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check the path.</source>
        <translation>{path} kann nicht gelesen werden ({reason}); den Pfad prüfen.</translation>
    </message>
    <message>
        <source>The Dask cluster lost {workers}; {tiles} tile(s) are read again by other workers.</source>
        <translation>Der Dask-Cluster hat {workers} verloren; {tiles} Kachel(n) werden von anderen Workern erneut gelesen.</translation>
    </message>
    <message>
        <source>{losses} workers of the Dask cluster were lost while they worked on {tile}, perhaps for lack of memory; see their logs.</source>
        <translation>{losses} Worker des Dask-Clusters gingen bei der Arbeit an {tile} verloren, vielleicht aus Mangel an Arbeitsspeicher; siehe ihre Protokolle.</translation>
    </message>
    <message>
        <source>Memory is {megabytes} MB; it must be 0 (what is free) or more.</source>
        <translation>„Arbeitsspeicher“ ist {megabytes} MB; nötig ist 0 (was frei ist) oder mehr.</translation>
    </message>
    <message>
        <source>{need}, in memory.</source>
        <translation>{need}, im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>{need}. With {memory:.2f} GB of memory, {beyond:.2f} GB must go to scratch files in {folder}, where {free:.2f} GB are free; free some space, allow more memory, keep fewer bands or read fewer tiles.</source>
        <translation>{need}. Bei {memory:.2f} GB Arbeitsspeicher müssen {beyond:.2f} GB in Arbeitsdateien in {folder}, wo {free:.2f} GB frei sind; Platz schaffen, mehr Arbeitsspeicher erlauben, weniger Kanäle behalten oder weniger Kacheln lesen.</translation>
    </message>
    <message>
        <source>{need}. With {memory:.2f} GB of memory, {beyond:.2f} GB go to scratch files in {folder}.</source>
        <translation>{need}. Bei {memory:.2f} GB Arbeitsspeicher gehen {beyond:.2f} GB in Arbeitsdateien in {folder}.</translation>
    </message>
    <message>
        <source>Scratch files cannot be made in {folder} ({reason}); free some space there, allow more memory, or set another temporary folder.</source>
        <translation>In {folder} lassen sich keine Arbeitsdateien anlegen ({reason}); dort Platz schaffen, mehr Arbeitsspeicher erlauben oder einen anderen temporären Ordner einstellen.</translation>
    </message>
    <message>
        <source>True colour</source>
        <translation>Echtfarben</translation>
    </message>
    <message>
        <source>Colour infrared</source>
        <translation>Farbinfrarot</translation>
    </message>
    <message>
        <source>Shortwave infrared, near infrared, red</source>
        <translation>Kurzwelliges Infrarot, nahes Infrarot, Rot</translation>
    </message>
    <message>
        <source>False colour</source>
        <translation>Falschfarben</translation>
    </message>
    <message>
        <source>{path}: {what} cannot be read{detail}; the file is damaged or not complete, download it again.</source>
        <translation>{path}: {what} kann nicht gelesen werden{detail}; die Datei ist beschädigt oder unvollständig, sie erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path}: GDAL cannot read {what}{detail}; download it again in case it is damaged, or install h5py, which reads more kinds of files, with: python -m pip install h5py</source>
        <translation>{path}: GDAL kann {what} nicht lesen{detail}; die Datei erneut herunterladen, falls sie beschädigt ist, oder h5py installieren, das mehr Arten von Dateien liest: python -m pip install h5py</translation>
    </message>
    <message>
        <source>this HDF5 file of {size:,} bytes</source>
        <translation>diese HDF5-Datei mit {size:,} Bytes</translation>
    </message>
    <message>
        <source>{path} is being written by another program; wait until it is done, or close it there.</source>
        <translation>{path} wird gerade von einem anderen Programm geschrieben; warten, bis es fertig ist, oder die Datei dort schließen.</translation>
    </message>
    <message>
        <source>{path} cannot be opened, because its folder knows no file locks, which HDF5 wants; set the environment variable HDF5_USE_FILE_LOCKING to FALSE and start QGIS again, or copy the file to another folder.</source>
        <translation>{path} kann nicht geöffnet werden, weil der Ordner keine Dateisperren kennt, die HDF5 verlangt; die Umgebungsvariable HDF5_USE_FILE_LOCKING auf FALSE setzen und QGIS neu starten, oder die Datei in einen anderen Ordner kopieren.</translation>
    </message>
    <message>
        <source>{path}: {name} has the shape {shape}, which no NEON file has; the file is damaged, download it again.</source>
        <translation>{path}: {name} hat die Dimensionen {shape}, die keine NEON-Datei hat; die Datei ist beschädigt, sie erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path}: {name} holds {found} instead of numbers; the file is damaged, download it again.</source>
        <translation>{path}: {name} enthält {found} statt Zahlen; die Datei ist beschädigt, sie erneut herunterladen.</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>Reading NEON&apos;s files needs h5py, or GDAL with its {driver} driver, and neither is there; install h5py with: python -m pip install h5py</source>
        <translation>Das Lesen der Dateien von NEON braucht h5py oder GDAL mit seinem Treiber {driver}, und beides fehlt; h5py installieren mit: python -m pip install h5py</translation>
    </message>
    <message>
        <source>h5py does not import; install it with: python -m pip install h5py</source>
        <translation>h5py lässt sich nicht importieren; es installieren mit: python -m pip install h5py</translation>
    </message>
    <message>
        <source>the attribute {name} of {path}</source>
        <translation>das Attribut {name} von {path}</translation>
    </message>
    <message>
        <source>{name} from {corner} on</source>
        <translation>{name} ab {corner}</translation>
    </message>
    <message>
        <source>wrong length</source>
        <translation>falsche Länge</translation>
    </message>
    <message>
        <source>not what was compressed</source>
        <translation>nicht das, was komprimiert wurde</translation>
    </message>
    <message>
        <source>{path} does not exist; check the path.</source>
        <translation>{path} existiert nicht; den Pfad prüfen.</translation>
    </message>
    <message>
        <source>{path} is a folder; choose a NEON reflectance file (.h5) in it.</source>
        <translation>{path} ist ein Ordner; eine NEON-Datei mit Reflexionsgraden (.h5) darin auswählen.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check its permissions.</source>
        <translation>{path} kann nicht gelesen werden ({reason}); die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>{path} is empty (0 bytes); download it again.</source>
        <translation>{path} ist leer (0 Bytes); erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} is not an HDF5 file (it starts with &quot;{start}&quot;); choose a NEON reflectance file (.h5), or download it again if it should be one.</source>
        <translation>{path} ist keine HDF5-Datei (sie beginnt mit „{start}“); eine NEON-Datei mit Reflexionsgraden (.h5) auswählen oder sie erneut herunterladen, falls sie eine sein sollte.</translation>
    </message>
    <message>
        <source>1 - less than 10 % cloud</source>
        <translation>1 - weniger als 10 % Wolken</translation>
    </message>
    <message>
        <source>2 - 10 to 50 % cloud</source>
        <translation>2 - 10 bis 50 % Wolken</translation>
    </message>
    <message>
        <source>3 - more than 50 % cloud</source>
        <translation>3 - mehr als 50 % Wolken</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{tile} has no layer {layer}. Its layers are: {listed}. Choose one of these, or another file.</source>
        <translation>{tile} hat keinen Layer {layer}. Vorhandene Layer: {listed}. Einen davon oder eine andere Datei auswählen.</translation>
    </message>
    <message>
        <source>{layer}, stored as {type}.</source>
        <translation>{layer}, gespeichert als {type}.</translation>
    </message>
    <message>
        <source>, unit {unit}</source>
        <translation>, Einheit {unit}</translation>
    </message>
    <message>
        <source>The file says: &quot;{description}&quot;{unit}.</source>
        <translation>Die Datei sagt: „{description}“{unit}.</translation>
    </message>
    <message>
        <source>{tile}: {layer} has the shape {shape} and cannot be understood; the file is damaged or of a new kind.</source>
        <translation>{tile}: {layer} hat die Dimensionen {shape} und ist nicht zu verstehen; die Datei ist beschädigt oder von einer neuen Art.</translation>
    </message>
    <message>
        <source>{kept} of {bands} bands kept, {first:.1f} to {last:.1f} nm, without {windows} nm.</source>
        <translation>{kept} von {bands} Kanälen behalten, {first:.1f} bis {last:.1f} nm, ohne {windows} nm.</translation>
    </message>
    <message>
        <source>These are one in {factor} of the good bands.</source>
        <translation>Das ist einer von je {factor} der guten Kanäle.</translation>
    </message>
    <message>
        <source>{path}: {name} holds damaged data (a chunk: {error}); download the file again.</source>
        <translation>{path}: {name} enthält beschädigte Daten (ein Block: {error}); die Datei erneut herunterladen.</translation>
    </message>
    <message>
        <source>The size is {size}; it must be {smallest} to {largest} pixels.</source>
        <translation>Die Größe ist {size}; möglich sind {smallest} bis {largest} Pixel.</translation>
    </message>
    <message>
        <source>The layout is &quot;{layout}&quot;; it must be one of {layouts}.</source>
        <translation>Die Anordnung ist „{layout}“; möglich sind {layouts}.</translation>
    </message>
    <message>
        <source>The seed is {seed}; it must be 0 or more.</source>
        <translation>Der Startwert ist {seed}; nötig ist 0 oder mehr.</translation>
    </message>
    <message>
        <source>{path} is not a NEON reflectance file: {found}. Choose a file of the product DP3.30006.001, DP3.30006.002 or DP1.30006.001.</source>
        <translation>{path} ist keine NEON-Datei mit Reflexionsgraden: {found}. Eine Datei des Produkts DP3.30006.001, DP3.30006.002 oder DP1.30006.001 auswählen.</translation>
    </message>
    <message>
        <source>{path}: {found}; the file is damaged, download it again.</source>
        <translation>{path}: {found}; die Datei ist beschädigt, sie erneut herunterladen.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Gitter</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherung</translation>
    </message>
    <message>
        <source>Weather quality</source>
        <translation>Wetterqualität</translation>
    </message>
    <message>
        <source>not in this file</source>
        <translation>nicht in dieser Datei</translation>
    </message>
    <message>
        <source>Ancillary layers</source>
        <translation>Zusatzlayer</translation>
    </message>
    <message>
        <source>Bands that the rule of NEON&apos;s tutorial leaves out</source>
        <translation>Kanäle, welche die Regel aus NEONs Tutorial weglässt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>Aufgenommen am</translation>
    </message>
    <message>
        <source>Flight lines</source>
        <translation>Flugstreifen</translation>
    </message>
    <message>
        <source>{columns} columns x {rows} rows</source>
        <translation>{columns} Spalten x {rows} Zeilen</translation>
    </message>
    <message>
        <source>{share} % of the pixels, by {band}</source>
        <translation>{share} % der Pixel, laut {band}</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Koordinatensystem</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Ohne Daten</translation>
    </message>
    <message>
        <source>{count} by the rule of NEON&apos;s tutorial</source>
        <translation>{count} nach der Regel aus NEONs Tutorial</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Wavelengths</source>
        <translation>Wellenlängen</translation>
    </message>
    <message>
        <source>Water vapour</source>
        <translation>Wasserdampf</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>{type}, reflectance x {factor}</source>
        <translation>{type}, Reflexionsgrad x {factor}</translation>
    </message>
    <message>
        <source>No data value</source>
        <translation>Leerwert</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>{size} MB when not compressed</source>
        <translation>{size} MB ohne Kompression</translation>
    </message>
    <message>
        <source>contiguous</source>
        <translation>zusammenhängend</translation>
    </message>
    <message>
        <source>bands ({sizes})</source>
        <translation>Kanäle ({sizes})</translation>
    </message>
    <message>
        <source>blocks ({sizes})</source>
        <translation>Blöcke ({sizes})</translation>
    </message>
    <message>
        <source>among the first {count}</source>
        <translation>unter den ersten {count}</translation>
    </message>
    <message>
        <source>among the last {count}</source>
        <translation>unter den letzten {count}</translation>
    </message>
    <message>
        <source>water vapour, {low}-{high} nm</source>
        <translation>Wasserdampf, {low}-{high} nm</translation>
    </message>
    <message>
        <source>last before water vapour</source>
        <translation>letzter vor dem Wasserdampf</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>How much of the sky was covered by cloud while the pixel was recorded; 0 where that is not known.</source>
        <translation>Wie viel des Himmels bei der Aufnahme des Pixels von Wolken bedeckt war; 0, wo das nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Acquisition date</source>
        <translation>Aufnahmedatum</translation>
    </message>
    <message>
        <source>Only in DP3.30006.002.</source>
        <translation>Nur in DP3.30006.002.</translation>
    </message>
    <message>
        <source>Aerosol optical thickness</source>
        <translation>Optische Dicke des Aerosols</translation>
    </message>
    <message>
        <source>It has no unit, also where a file says degrees.</source>
        <translation>Ohne Einheit, auch wenn in einer Datei Grad steht.</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>Exposition</translation>
    </message>
    <message>
        <source>Cast shadow</source>
        <translation>Schlagschatten</translation>
    </message>
    <message>
        <source>1 is shadow. On some flight lines it holds nothing but 1.</source>
        <translation>1 ist Schatten. In manchen Flugstreifen steht überall 1.</translation>
    </message>
    <message>
        <source>Dark dense vegetation</source>
        <translation>Dunkle dichte Vegetation</translation>
    </message>
    <message>
        <source>Data selection index</source>
        <translation>Index der Datenauswahl</translation>
    </message>
    <message>
        <source>Tells which flight line each pixel comes from.</source>
        <translation>Gibt an, aus welchem Flugstreifen jedes Pixel stammt.</translation>
    </message>
    <message>
        <source>Haze, cloud and water map</source>
        <translation>Karte von Dunst, Wolken und Wasser</translation>
    </message>
    <message>
        <source>Illumination factor</source>
        <translation>Beleuchtungsfaktor</translation>
    </message>
    <message>
        <source>The cosine of the angle of the sun&apos;s light to the ground, often times 100; files say degrees.</source>
        <translation>Der Kosinus des Winkels, in dem das Sonnenlicht auf den Boden trifft, oft mal 100; in den Dateien steht Grad.</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>Weglänge</translation>
    </message>
    <message>
        <source>Sky view factor</source>
        <translation>Himmelssichtfaktor</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Hangneigung</translation>
    </message>
    <message>
        <source>Smooth surface elevation</source>
        <translation>Geglättete Geländehöhe</translation>
    </message>
    <message>
        <source>Some files describe it as the average solar zenith angle.</source>
        <translation>Manche Dateien beschreiben ihn als mittleren Sonnenzenitwinkel.</translation>
    </message>
    <message>
        <source>To-sensor azimuth angle</source>
        <translation>Azimutwinkel zum Sensor</translation>
    </message>
    <message>
        <source>To-sensor zenith angle</source>
        <translation>Zenitwinkel zum Sensor</translation>
    </message>
    <message>
        <source>Visibility index</source>
        <translation>Sichtweitenindex</translation>
    </message>
    <message>
        <source>Water vapour column</source>
        <translation>Wasserdampfsäule</translation>
    </message>
    <message>
        <source>Values of 1000 or so are centimetres times 1000, also where a file says centimetres.</source>
        <translation>Werte um 1000 sind Zentimeter mal 1000, auch wenn in einer Datei Zentimeter steht.</translation>
    </message>
    <message>
        <source>its group {group} holds no dataset Reflectance_Data</source>
        <translation>ihre Gruppe {group} enthält keinen Datensatz Reflectance_Data</translation>
    </message>
    <message>
        <source>The file holds several sites ({listed}); the first is used.</source>
        <translation>Die Datei enthält mehrere Standorte ({listed}); der erste wird verwendet.</translation>
    </message>
    <message>
        <source>it holds radiance (DP1.30008.001, group /{root}/Radiance), not reflectance</source>
        <translation>sie enthält Strahldichte (DP1.30008.001, Gruppe /{root}/Radiance), keinen Reflexionsgrad</translation>
    </message>
    <message>
        <source>no groups</source>
        <translation>keine Gruppen</translation>
    </message>
    <message>
        <source>no group in it holds a group Reflectance (found: {listed})</source>
        <translation>keine Gruppe darin enthält eine Gruppe Reflectance (gefunden: {listed})</translation>
    </message>
    <message>
        <source>Reflectance_Data has the shape {shape} instead of (rows, columns, bands)</source>
        <translation>Reflectance_Data hat die Dimensionen {shape} statt (Zeilen, Spalten, Kanäle)</translation>
    </message>
    <message>
        <source>Reflectance_Data holds {type} instead of numbers such as int16</source>
        <translation>Reflectance_Data enthält {type} statt Zahlen wie int16</translation>
    </message>
    <message>
        <source>Reflectance_Data is empty, with the shape {shape}</source>
        <translation>Reflectance_Data ist leer, mit den Dimensionen {shape}</translation>
    </message>
    <message>
        <source>Reflectance_Data claims the shape {shape}, {claimed:,.0f} GB, which cannot be in a file of {size:,.1f} MB</source>
        <translation>Reflectance_Data soll die Dimensionen {shape} haben, {claimed:,.0f} GB, was nicht in einer Datei von {size:,.1f} MB stehen kann</translation>
    </message>
    <message>
        <source>The file gives no Scale_Factor; {factor:g} is assumed.</source>
        <translation>Die Datei gibt keinen Scale_Factor an; {factor:g} wird angenommen.</translation>
    </message>
    <message>
        <source>The file gives no Data_Ignore_Value; {value:g} is assumed to mean no data.</source>
        <translation>Die Datei gibt keinen Data_Ignore_Value an; {value:g} wird als Leerwert angenommen.</translation>
    </message>
    <message>
        <source>Data_Ignore_Value is {value:g}, which {type} numbers cannot be</source>
        <translation>Data_Ignore_Value ist {value:g}, was Zahlen vom Typ {type} nicht sein können</translation>
    </message>
    <message>
        <source>there are {wavelengths} wavelengths for {count} bands</source>
        <translation>es gibt {wavelengths} Wellenlängen für {count} Kanäle</translation>
    </message>
    <message>
        <source>the wavelengths are not positive, ascending numbers</source>
        <translation>die Wellenlängen sind keine positiven, aufsteigenden Zahlen</translation>
    </message>
    <message>
        <source>the wavelengths go from {first:g} to {last:g} nm and should lie between {shortest:g} and {longest:g} nm</source>
        <translation>die Wellenlängen reichen von {first:g} bis {last:g} nm und sollten zwischen {shortest:g} und {longest:g} nm liegen</translation>
    </message>
    <message>
        <source>The file gives no FWHM; the widths of the bands stay unknown.</source>
        <translation>Die Datei gibt keine FWHM an; die Breiten der Kanäle bleiben unbekannt.</translation>
    </message>
    <message>
        <source>The file gives {widths} values of FWHM for {count} bands; the widths of the bands stay unknown.</source>
        <translation>Die Datei gibt {widths} Werte der FWHM für {count} Kanäle an; die Breiten der Kanäle bleiben unbekannt.</translation>
    </message>
    <message>
        <source>The wavelengths look like micrometres and are converted to nanometres.</source>
        <translation>Die Wellenlängen scheinen Mikrometer zu sein und werden in Nanometer umgerechnet.</translation>
    </message>
    <message>
        <source>The file does not give the unit of the wavelengths; nanometres are assumed.</source>
        <translation>Die Datei gibt die Einheit der Wellenlängen nicht an; Nanometer werden angenommen.</translation>
    </message>
    <message>
        <source>Map_Info is &quot;{text}&quot; and cannot be understood</source>
        <translation>Map_Info ist „{text}“ und nicht zu verstehen</translation>
    </message>
    <message>
        <source>Map_Info is &quot;{text}&quot;, with an impossible position or pixel size</source>
        <translation>Map_Info ist „{text}“, mit unmöglicher Lage oder Pixelgröße</translation>
    </message>
    <message>
        <source>{path}: Map_Info gives a rotation of {rotation:g} degrees, and only north-up files can be used; warp the file to a north-up grid first.</source>
        <translation>{path}: Map_Info gibt eine Drehung von {rotation:g} Grad an, und nur nach Norden ausgerichtete Dateien sind verwendbar; die Datei zuerst auf ein nach Norden ausgerichtetes Gitter transformieren.</translation>
    </message>
    <message>
        <source>The file gives no Map_Info; its position is taken from Spatial_Extent_meters.</source>
        <translation>Die Datei gibt keine Map_Info an; ihre Lage wird aus Spatial_Extent_meters übernommen.</translation>
    </message>
    <message>
        <source>Map_Info places the {rows} x {columns} pixels at {found}, but Spatial_Extent_meters at {extent}</source>
        <translation>Map_Info legt die {rows} x {columns} Pixel auf {found}, Spatial_Extent_meters dagegen auf {extent}</translation>
    </message>
    <message>
        <source>The file&apos;s EPSG code is {code}, which is taken, but its {source} says {epsg}.</source>
        <translation>Der EPSG-Code der Datei ist {code} und wird verwendet, aber ihr {source} sagt {epsg}.</translation>
    </message>
    <message>
        <source>The file gives no EPSG code; EPSG:{epsg} is derived from its {source}.</source>
        <translation>Die Datei gibt keinen EPSG-Code an; EPSG:{epsg} wird aus {source} abgeleitet.</translation>
    </message>
    <message>
        <source>EPSG:{epsg} is not known to PROJ; the coordinate reference system stays unknown.</source>
        <translation>PROJ kennt EPSG:{epsg} nicht; das Koordinatenbezugssystem bleibt unbekannt.</translation>
    </message>
    <message>
        <source>The file gives no EPSG code; the coordinate reference system stays unknown.</source>
        <translation>Die Datei gibt keinen EPSG-Code an; das Koordinatenbezugssystem bleibt unbekannt.</translation>
    </message>
    <message>
        <source>{name} has the bands 1 to {count}; choose at least one, and only of these.</source>
        <translation>{name} hat die Kanäle 1 bis {count}; mindestens einen und nur davon wählen.</translation>
    </message>
    <message>
        <source>Rows {first_row} to {last_row} and columns {first_column} to {last_column} are not within {name}, which has {rows} rows and {columns} columns.</source>
        <translation>Die Zeilen {first_row} bis {last_row} und Spalten {first_column} bis {last_column} liegen nicht in {name} mit {rows} Zeilen und {columns} Spalten.</translation>
    </message>
    <message>
        <source>The memory for pixels must be a C-contiguous array {shape} of {dtype}.</source>
        <translation>Der Speicher für die Pixel muss ein C-zusammenhängendes Array {shape} vom Typ {dtype} sein.</translation>
    </message>
    <message>
        <source>The classes of {path} cannot be described ({reason}).</source>
        <translation>Die Klassen von {path} lassen sich nicht beschreiben ({reason}).</translation>
    </message>
    <message>
        <source>{name} was changed after it was cleaned; its values are read as Float32.</source>
        <translation>{name} wurde nach dem Bereinigen verändert; die Werte werden als Float32 gelesen.</translation>
    </message>
    <message>
        <source>{source} cannot be opened as a raster ({reason}).</source>
        <translation>{source} kann nicht als Raster geöffnet werden ({reason}).</translation>
    </message>
    <message>
        <source>not a known format</source>
        <translation>kein bekanntes Format</translation>
    </message>
    <message>
        <source>{source} is the cube of a NEON file, which GDAL opens sideways, with rows for bands; clean its reflectance and use the raster that this gives.</source>
        <translation>{source} ist der Würfel einer NEON-Datei, den GDAL verdreht öffnet, mit Zeilen als Kanälen; den Reflexionsgrad der Datei bereinigen und das entstandene Raster verwenden.</translation>
    </message>
    <message>
        <source>{source} holds several rasters; add the one you want to the map and choose that layer. A NEON tile (.h5) is first turned into a raster by cleaning its reflectance.</source>
        <translation>{source} enthält mehrere Raster; das gewünschte zur Karte hinzufügen und diesen Layer auswählen. Eine NEON-Kachel (.h5) wird zuerst durch Bereinigen des Reflexionsgrads zu einem Raster.</translation>
    </message>
    <message>
        <source>{source} has no bands with values; choose another raster.</source>
        <translation>{source} hat keine Kanäle mit Werten; ein anderes Raster auswählen.</translation>
    </message>
    <message>
        <source>{name} has ground control points but no grid; warp it first.</source>
        <translation>{name} hat Passpunkte, aber kein Gitter; zuerst transformieren.</translation>
    </message>
    <message>
        <source>{name} is rotated or not north up (geotransform {transform}); warp it to a north-up grid first.</source>
        <translation>{name} ist gedreht oder nicht nach Norden ausgerichtet (Geotransformation {transform}); zuerst auf ein nach Norden ausgerichtetes Gitter transformieren.</translation>
    </message>
    <message>
        <source>{path} cannot be written; the name of a preview must end in .png.</source>
        <translation>{path} kann nicht geschrieben werden; der Name einer Vorschau muss auf .png enden.</translation>
    </message>
    <message>
        <source>The picture cannot be made ({reason}).</source>
        <translation>Das Bild lässt sich nicht erzeugen ({reason}).</translation>
    </message>
    <message>
        <source>GDAL gives no reason</source>
        <translation>GDAL nennt keinen Grund</translation>
    </message>
    <message>
        <source>Band {number} of {name} holds {kind} values; only integers and real numbers can be used. Convert it first.</source>
        <translation>Kanal {number} von {name} enthält Werte vom Typ {kind}; nur ganze und reelle Zahlen sind verwendbar. Das Raster zuerst umwandeln.</translation>
    </message>
    <message>
        <source>Band {number} of {name} has the scale {scale:g} and the offset {offset:g}, with which nothing can be computed; correct them.</source>
        <translation>Kanal {number} von {name} hat den Maßstab {scale:g} und den Versatz {offset:g}, mit denen sich nicht rechnen lässt; sie berichtigen.</translation>
    </message>
    <message>
        <source>Rows {first_row} to {last_row} of {source} cannot be read ({reason}); the file is damaged or a file it refers to is missing, choose another raster.</source>
        <translation>Die Zeilen {first_row} bis {last_row} von {source} können nicht gelesen werden ({reason}); die Datei ist beschädigt, oder eine Datei, auf die sie verweist, fehlt; ein anderes Raster wählen.</translation>
    </message>
    <message>
        <source>{source} needs {needed:.1f} GB of memory but this computer has {memory:.1f} GB; take a smaller part of it or fewer bands.</source>
        <translation>{source} braucht {needed:.1f} GB Arbeitsspeicher, dieser Rechner hat aber {memory:.1f} GB; einen kleineren Teil davon oder weniger Kanäle nehmen.</translation>
    </message>
    <message>
        <source>{path} cannot be written; the name of a raster must end in {endings}.</source>
        <translation>{path} kann nicht geschrieben werden; der Name eines Rasters muss auf {endings} enden.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>{path} is a folder or a device; give the name of a file.</source>
        <translation>{path} ist ein Ordner oder ein Gerät; den Namen einer Datei angeben.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist; create it or choose another one for {path}.</source>
        <translation>Der Ordner {folder} existiert nicht; ihn anlegen oder für {path} einen anderen auswählen.</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder {folder} ({reason}); choose another one.</source>
        <translation>In den Ordner {folder} kann nichts geschrieben werden ({reason}); einen anderen auswählen.</translation>
    </message>
    <message>
        <source>{path} is written, but not the files that belong beside it ({reason}); close them in other programs and run again.</source>
        <translation>{path} ist geschrieben, aber nicht die Dateien, die daneben gehören ({reason}); sie in anderen Programmen schließen und erneut ausführen.</translation>
    </message>
    <message>
        <source>{path} cannot be written because the disk is full; free some space.</source>
        <translation>{path} kann nicht geschrieben werden, weil der Datenträger voll ist; Platz schaffen.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}); check the disk or choose another folder.</source>
        <translation>{path} kann nicht geschrieben werden ({reason}); den Datenträger prüfen oder einen anderen Ordner auswählen.</translation>
    </message>
    <message>
        <source>{path} cannot be replaced ({reason}); close it in other programs, remove its layer from the map, or choose another name.</source>
        <translation>{path} kann nicht ersetzt werden ({reason}); die Datei in anderen Programmen schließen, ihren Layer von der Karte entfernen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{path} is no table ({error}); choose a table written by this plugin.</source>
        <translation>{path} ist keine Tabelle ({error}); eine von dieser Erweiterung geschriebene Tabelle auswählen.</translation>
    </message>
    <message>
        <source>{path} has no rows below a header; choose a table written by this plugin.</source>
        <translation>{path} hat unter der Kopfzeile keine Zeilen; eine von dieser Erweiterung geschriebene Tabelle auswählen.</translation>
    </message>
    <message>
        <source>{path}: &quot;{text}&quot; in row {row}, column &quot;{column}&quot;, is not a number; correct it.</source>
        <translation>{path}: „{text}“ in Zeile {row}, Spalte „{column}“, ist keine Zahl; berichtigen.</translation>
    </message>
    <message>
        <source>{path}: the column &quot;{column}&quot; is not a wavelength in nm; keep the columns as written.</source>
        <translation>{path}: Die Spalte „{column}“ ist keine Wellenlänge in nm; die Spalten so lassen, wie sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>an input</source>
        <translation>eine Eingabe</translation>
    </message>
    <message>
        <source>{parameter}: the folder {folder} does not exist; create it or choose another one.</source>
        <translation>{parameter}: Der Ordner {folder} existiert nicht; ihn anlegen oder einen anderen auswählen.</translation>
    </message>
    <message>
        <source>{parameter}: {path} is a folder or a device; give the name of a file.</source>
        <translation>{parameter}: {path} ist ein Ordner oder ein Gerät; den Namen einer Datei angeben.</translation>
    </message>
    <message>
        <source>{parameter}: {path} is {other} as well; choose another name.</source>
        <translation>{parameter}: {path} ist auch {other}; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>the file of {parameter}</source>
        <translation>die Datei von {parameter}</translation>
    </message>
    <message>
        <source>{parameter}: {path} would share its style ({ending}) with {other}; choose a name that differs in more than the extension.</source>
        <translation>{parameter}: {path} würde seinen Stil ({ending}) mit {other} teilen; einen Namen wählen, der sich nicht nur in der Endung unterscheidet.</translation>
    </message>
    <message>
        <source>{parameter}: the name of {path} has {length} bytes; choose one of at most {most}.</source>
        <translation>{parameter}: Der Name von {path} hat {length} Byte; einen von höchstens {most} wählen.</translation>
    </message>
    <message>
        <source>Subset factor is {factor}; it must be 1 or more.</source>
        <translation>„Jeden n-ten Kanal behalten“ ist {factor}; nötig ist mindestens 1.</translation>
    </message>
    <message>
        <source>The window {low:g}-{high:g} nm is not a range; give the lower wavelength first.</source>
        <translation>Das Fenster {low:g}-{high:g} nm ist kein Bereich; die kleinere Wellenlänge zuerst angeben.</translation>
    </message>
    <message>
        <source>No band is left of {count} after removing the first {first}, the last {last} and the windows {windows}; remove fewer.</source>
        <translation>Von {count} Kanälen bleibt keiner, wenn die ersten {first}, die letzten {last} und die Fenster {windows} entfernt werden; weniger entfernen.</translation>
    </message>
    <message>
        <source>&quot;{item}&quot; is not a range of wavelengths; write for instance &quot;1340-1445, 1790-1955&quot;.</source>
        <translation>„{item}“ ist kein Wellenlängenbereich; zum Beispiel „1340-1445, 1790-1955“ schreiben.</translation>
    </message>
    <message>
        <source>{wanted_in} has {wanted} bands but {found_in} has {found}, and without wavelengths on both sides they cannot be matched; use images cleaned with the same settings.</source>
        <translation>{wanted_in} hat {wanted} Kanäle, {found_in} aber {found}, und ohne Wellenlängen auf beiden Seiten lassen sie sich nicht einander zuordnen; mit denselben Einstellungen bereinigte Bilder verwenden.</translation>
    </message>
    <message>
        <source>{one} and {other} of {wanted_in} are both {same} of {found_in}; give each wavelength once, or choose an image of the same sensor.</source>
        <translation>{one} und {other} von {wanted_in} entsprechen beide {same} von {found_in}; jede Wellenlänge nur einmal angeben oder ein Bild desselben Sensors auswählen.</translation>
    </message>
    <message>
        <source>The extent {extent} holds no pixel of {name}, which covers {whole}; choose an extent within it, in the same coordinate reference system.</source>
        <translation>Die Ausdehnung {extent} enthält kein Pixel von {name}, das {whole} abdeckt; eine Ausdehnung darin wählen, im selben Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <source>x {xmin:.10g} to {xmax:.10g}, y {ymin:.10g} to {ymax:.10g}</source>
        <translation>x {xmin:.10g} bis {xmax:.10g}, y {ymin:.10g} bis {ymax:.10g}</translation>
    </message>
    <message>
        <source>{one} and {other} lie so far apart that a raster of both would have {width:,} x {height:,} pixels, nearly all of them empty; run the sites apart.</source>
        <translation>{one} und {other} liegen so weit auseinander, dass ein Raster von beiden {width:,} x {height:,} Pixel hätte, fast alle davon leer; die Standorte getrennt verarbeiten.</translation>
    </message>
    <message>
        <source>{name} has another coordinate reference system than {first}; run tiles of one system at a time.</source>
        <translation>{name} hat ein anderes Koordinatenbezugssystem als {first}; nur Kacheln mit demselben System zusammen verarbeiten.</translation>
    </message>
    <message>
        <source>{name} has pixels of {width:g} x {height:g}, but {first} of {first_width:g} x {first_height:g}; run tiles of one pixel size at a time.</source>
        <translation>{name} hat Pixel von {width:g} x {height:g}, {first} aber von {first_width:g} x {first_height:g}; nur Kacheln mit derselben Pixelgröße zusammen verarbeiten.</translation>
    </message>
    <message>
        <source>{name} holds values that are too large to compute with (up to {largest:g}); check its no data value.</source>
        <translation>{name} enthält Werte, die zum Rechnen zu groß sind (bis zu {largest:g}); den Leerwert prüfen.</translation>
    </message>
    <message>
        <source>{name} has no valid pixel: each has no data in some band; check its no data value.</source>
        <translation>{name} hat kein gültiges Pixel: Jedem fehlen in einem Kanal Daten; den Leerwert prüfen.</translation>
    </message>
    <message>
        <source>{read} of {bands} bands are read, those of {owner}.</source>
        <translation>{read} von {bands} Kanälen werden gelesen, die von {owner}.</translation>
    </message>
    <message>
        <source>{name} ({number} of {count})</source>
        <translation>{name} ({number} von {count})</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; cannot be the path of a file; correct it.</source>
        <translation>„{file}“ kann nicht der Pfad einer Datei sein; ihn berichtigen.</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>der Liste</translation>
    </message>
    <message>
        <source>{path} has changed since it was looked at; run again.</source>
        <translation>{path} hat sich geändert, seit die Datei betrachtet wurde; neu starten.</translation>
    </message>
    <message>
        <source>No tile lies in the extent; choose one that overlaps the tiles.</source>
        <translation>In der Ausdehnung liegt keine Kachel; eine wählen, welche die Kacheln überlappt.</translation>
    </message>
    <message>
        <source>{name} lies outside the extent and is left out.</source>
        <translation>{name} liegt außerhalb der Ausdehnung und wird ausgelassen.</translation>
    </message>
    <message>
        <source>{later} overlaps {earlier} ({later_path} and {earlier_path}); where both have data, the latter, which is listed first, counts.</source>
        <translation>{later} überlappt {earlier} ({later_path} und {earlier_path}); wo beide Daten haben, zählt die zweite, die zuerst in der Liste steht.</translation>
    </message>
    <message>
        <source>{count} more pairs of tiles overlap.</source>
        <translation>{count} weitere Paare von Kacheln überlappen sich.</translation>
    </message>
    <message>
        <source>{name} stores reflectance as {type} times {factor:g}, but {first} as {first_type} times {first_factor:g}; run them apart.</source>
        <translation>{name} speichert den Reflexionsgrad als {type} mal {factor:g}, {first} aber als {first_type} mal {first_factor:g}; getrennt verarbeiten.</translation>
    </message>
    <message>
        <source>{count} tiles</source>
        <translation>{count} Kacheln</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; does not give three wavelengths in nm; write those for red, green and blue, such as &quot;670, 550, 470&quot;.</source>
        <translation>„{text}“ nennt keine drei Wellenlängen in nm; die für Rot, Grün und Blau schreiben, zum Beispiel „670, 550, 470“.</translation>
    </message>
    <message>
        <source>The percentiles of the stretch are {low:g} and {high:g}; they must lie between 0 and 100, the lower one first.</source>
        <translation>Die Perzentile der Streckung sind {low:g} und {high:g}; sie müssen zwischen 0 und 100 liegen, das kleinere zuerst.</translation>
    </message>
    <message>
        <source>The start centres {path} are not used: they count only when k-means starts from a file.</source>
        <translation>Die Startzentren {path} werden nicht verwendet: Sie zählen nur, wenn K-Means von einer Datei ausgeht.</translation>
    </message>
    <message>
        <source>{error} Or classify with saved centres, which takes the bands of the table.</source>
        <translation>{error} Oder „Mit gespeicherten Zentren klassifizieren“ verwenden, das die Kanäle der Tabelle nimmt.</translation>
    </message>
    <message>
        <source>Iteration 1: {pixels:,} pixels assigned, squared error {error:.10g}.</source>
        <translation>Iteration 1: {pixels:,} Pixel zugeordnet, quadrierte Abweichung {error:.10g}.</translation>
    </message>
    <message>
        <source>There is no valid pixel to cluster.</source>
        <translation>Es gibt kein gültiges Pixel zum Clustern.</translation>
    </message>
    <message>
        <source>Maximum iterations is {iterations}; it must be 1 or more.</source>
        <translation>„Maximale Iterationen“ ist {iterations}; nötig ist mindestens 1.</translation>
    </message>
    <message>
        <source>Iteration {iteration}: {count} empty class(es) start anew, each at a pixel far from its centre.</source>
        <translation>Iteration {iteration}: {count} leere Klasse(n) beginnen neu, jede bei einem Pixel weit entfernt von seinem Zentrum.</translation>
    </message>
    <message>
        <source>{count} of {all} components kept, with {share:.3%} of the variance.</source>
        <translation>{count} von {all} Komponenten behalten, mit {share:.3%} der Varianz.</translation>
    </message>
    <message>
        <source>The centres of iteration {iteration} are not kept: {error}</source>
        <translation>Die Zentren der Iteration {iteration} werden nicht gesichert: {error}</translation>
    </message>
    <message>
        <source>The centres of iteration {iteration} are in {path}. To go on from there, start from this centres file.</source>
        <translation>Die Zentren der Iteration {iteration} stehen in {path}. Um dort fortzusetzen, von dieser Zentrendatei starten.</translation>
    </message>
    <message>
        <source>Principal components need the Python package spectral (SPy), which the Python of QGIS cannot import ({error}); the README says how to install it.</source>
        <translation>Hauptkomponenten benötigen das Python-Paket spectral (SPy), das das Python von QGIS nicht importieren kann ({error}); die README sagt, wie es installiert wird.</translation>
    </message>
    <message>
        <source>Fraction of variance is {fraction:g}; it must be above 0 and at most 1.</source>
        <translation>„Zu behaltender Anteil der Varianz“ ist {fraction:g}; nötig ist eine Zahl über 0 bis höchstens 1.</translation>
    </message>
    <message>
        <source>Components is {components}; there are {bands} bands, so at most as many.</source>
        <translation>„Zu behaltende Komponenten“ ist {components}; es gibt {bands} Kanäle, also höchstens so viele.</translation>
    </message>
    <message>
        <source>{path} is not a JSON file; choose a model that this plugin wrote.</source>
        <translation>{path} ist keine JSON-Datei; ein von dieser Erweiterung geschriebenes Modell auswählen.</translation>
    </message>
    <message>
        <source>{path} is a damaged model: its parts do not fit together; write it again.</source>
        <translation>{path} ist ein beschädigtes Modell: Seine Teile passen nicht zusammen; es neu schreiben.</translation>
    </message>
    <message>
        <source>The scores of {name} are too large for Float32, so the image or the model holds numbers that are no reflectance; check both.</source>
        <translation>Die Werte der Komponenten von {name} sind zu groß für Float32; also enthält das Bild oder das Modell Zahlen, die keine Reflexionsgrade sind; beide prüfen.</translation>
    </message>
    <message>
        <source>Wavelength (nm)</source>
        <translation>Wellenlänge (nm)</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Point at the chart to read values, drag to zoom in, double-click to zoom out.</source>
        <translation>Auf das Diagramm zeigen, um Werte abzulesen; ziehen, um hineinzuzoomen; doppelklicken, um herauszuzoomen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation>Alle ausblenden</translation>
    </message>
    <message>
        <source>5 to 95 % of pixels</source>
        <translation>5 bis 95 % der Pixel</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Ladung</translation>
    </message>
    <message>
        <source>Class {number}</source>
        <translation>Klasse {number}</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>Was in der Datei steht</translation>
    </message>
    <message>
        <source>What it does not say</source>
        <translation>Was nicht darin steht</translation>
    </message>
    <message>
        <source>This file does not say how cloudy the sky was.</source>
        <translation>Diese Datei gibt nicht an, wie bewölkt der Himmel war.</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Bewölkung</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Anteil (%)</translation>
    </message>
    <message>
        <source>Shares are of the pixels whose weather is known.</source>
        <translation>Die Anteile beziehen sich auf die Pixel, deren Wetter bekannt ist.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Units and descriptions are those of the file, which are wrong for some layers.</source>
        <translation>Einheiten und Beschreibungen sind die der Datei, die bei manchen Layern falsch sind.</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>Width (nm)</source>
        <translation>Breite (nm)</translation>
    </message>
    <message>
        <source>By the rule of NEON&apos;s tutorial</source>
        <translation>Nach der Regel aus NEONs Tutorial</translation>
    </message>
    <message>
        <source>The rule of NEON&apos;s tutorial leaves out:</source>
        <translation>Die Regel aus NEONs Tutorial lässt weg:</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>coordinate system not known</source>
        <translation>Koordinatensystem nicht bekannt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>{width} x {height} pixels</source>
        <translation>{width} x {height} Pixel</translation>
    </message>
    <message>
        <source>Valid pixels</source>
        <translation>Gültige Pixel</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>{classes} over {extent}</source>
        <translation>{classes}, zusammen {extent}</translation>
    </message>
    <message>
        <source>no pixel moved any more after {iterations}</source>
        <translation>nach {iterations} wechselte kein Pixel mehr</translation>
    </message>
    <message>
        <source>{iterations}, {pixels} still moved in the last</source>
        <translation>{iterations}, in der letzten noch {pixels} gewechselt</translation>
    </message>
    <message>
        <source>The charts need JavaScript; all tables show without it.</source>
        <translation>Die Diagramme brauchen JavaScript; alle Tabellen sind auch ohne zu sehen.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Lines are class centres.</source>
        <translation>Die Linien sind Klassenzentren.</translation>
    </message>
    <message>
        <source>Lines are class centres; the shading leaves out the lowest and the highest 5 % of the pixels of a class.</source>
        <translation>Die Linien sind Klassenzentren; die Schattierung lässt die niedrigsten und die höchsten 5 % der Pixel einer Klasse aus.</translation>
    </message>
    <message>
        <source>Class spectra</source>
        <translation>Spektren der Klassen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Area (ha)</source>
        <translation>Fläche (ha)</translation>
    </message>
    <message>
        <source>NDVI</source>
        <translation>NDVI</translation>
    </message>
    <message>
        <source>May be</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>“May be” is a guess from the centre of a class alone; check it on the map.</source>
        <translation>„Vielleicht“ ist eine Vermutung allein nach dem Zentrum einer Klasse; auf der Karte prüfen.</translation>
    </message>
    <message>
        <source>Pixels that changed class (log scale)</source>
        <translation>Pixel, welche die Klasse wechselten (logarithmisch)</translation>
    </message>
    <message>
        <source>Pixels moved</source>
        <translation>Gewechselte Pixel</translation>
    </message>
    <message>
        <source>Values of all iterations</source>
        <translation>Werte aller Iterationen</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>Konvergenz</translation>
    </message>
    <message>
        <source>Share of variance (%, log scale)</source>
        <translation>Anteil an der Varianz (%, logarithmisch)</translation>
    </message>
    <message>
        <source>Up to the dashed line: components that were kept.</source>
        <translation>Bis zur gestrichelten Linie: die behaltenen Komponenten.</translation>
    </message>
    <message>
        <source>Cumulative variance (%)</source>
        <translation>Kumulierte Varianz (%)</translation>
    </message>
    <message>
        <source>How much each band counts in a component.</source>
        <translation>Wie stark jeder Kanal in einer Komponente zählt.</translation>
    </message>
    <message>
        <source>Covariance of the bands</source>
        <translation>Kovarianz der Kanäle</translation>
    </message>
    <message>
        <source>Bands are drawn side by side; the ticks are uneven where some are left out, as in the water vapour windows.</source>
        <translation>Die Kanäle liegen lückenlos nebeneinander; die Teilung der Achsen ist dort ungleich, wo welche ausgelassen sind, etwa in den Wasserdampffenstern.</translation>
    </message>
    <message>
        <source>Eigenvalue</source>
        <translation>Eigenwert</translation>
    </message>
    <message>
        <source>Variance (%)</source>
        <translation>Varianz (%)</translation>
    </message>
    <message>
        <source>Cumulative (%)</source>
        <translation>Kumuliert (%)</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Entstehung</translation>
    </message>
    <message>
        <source>{path} is not a table of cluster centres: its columns must be {columns} and one for each wavelength in nm.</source>
        <translation>{path} ist keine Tabelle von Clusterzentren: Nötig sind die Spalten {columns} und eine für jede Wellenlänge in nm.</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>ohne Zuordnung</translation>
    </message>
    <message>
        <source>vegetation, dense</source>
        <translation>dichte Vegetation</translation>
    </message>
    <message>
        <source>vegetation, sparse</source>
        <translation>spärliche Vegetation</translation>
    </message>
    <message>
        <source>bare ground or built-up</source>
        <translation>offener Boden oder bebaut</translation>
    </message>
    <message>
        <source>water</source>
        <translation>Wasser</translation>
    </message>
    <message>
        <source>vegetation, shaded</source>
        <translation>Vegetation, im Schatten</translation>
    </message>
    <message>
        <source>dark: shadow or water</source>
        <translation>dunkel: Schatten oder Wasser</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>Add NEON Tile in True Colour</source>
        <translation>NEON-Kachel in Echtfarben hinzufügen</translation>
    </message>
    <message>
        <source>The tile cannot be shown</source>
        <translation>Die Kachel kann nicht angezeigt werden</translation>
    </message>
    <message>
        <source>Classes of components</source>
        <translation>Klassen der Komponenten</translation>
    </message>
    <message>
        <source>Component scores</source>
        <translation>Komponentenwerte</translation>
    </message>
    <message>
        <source>How many classes to look for.</source>
        <translation>Wie viele Klassen gesucht werden.</translation>
    </message>
    <message>
        <source>Use the fewest components that hold this share of the variance of all bands.</source>
        <translation>Die wenigsten Komponenten verwenden, die diesen Anteil der Varianz aller Kanäle enthalten.</translation>
    </message>
    <message>
        <source>K-means classes</source>
        <translation>K-Means-Klassen</translation>
    </message>
    <message>
        <source>NDVI above which a pixel is vegetation</source>
        <translation>NDVI, oberhalb dessen ein Pixel Vegetation ist</translation>
    </message>
    <message>
        <source>Classes of vegetation</source>
        <translation>Vegetationsklassen</translation>
    </message>
    <message>
        <source>Vegetation index (NDVI)</source>
        <translation>Vegetationsindex (NDVI)</translation>
    </message>
    <message>
        <source>Dense, green vegetation has an index of 0.6 to 0.9, soil one of 0.1 to 0.2, water one below 0.</source>
        <translation>Dichte, grüne Vegetation hat einen Index von 0,6 bis 0,9, Boden einen von 0,1 bis 0,2, Wasser einen unter 0.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of {all:,} pixels of {name} are left out.</source>
        <translation>
            <numerusform>{count} von {all:,} Pixeln von {name} wird ausgelassen.</numerusform>
            <numerusform>{count} von {all:,} Pixeln von {name} werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>K-means starts from the {count} centres of {path}.</source>
        <translation>
            <numerusform>K-Means beginnt bei dem {count} Zentrum aus {path}.</numerusform>
            <numerusform>K-Means beginnt bei den {count} Zentren aus {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of {classes} classes have no pixel.</source>
        <translation>
            <numerusform>{count} von {classes} Klassen hat kein Pixel.</numerusform>
            <numerusform>{count} von {classes} Klassen haben kein Pixel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Iteration {number}: {count} pixels moved ({share:.3%}), squared error {error:.10g}.</source>
        <translation>
            <numerusform>Iteration {number}: {count} Pixel gewechselt ({share:.3%}), quadrierte Abweichung {error:.10g}.</numerusform>
            <numerusform>Iteration {number}: {count} Pixel gewechselt ({share:.3%}), quadrierte Abweichung {error:.10g}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{bands} of {width} x {height} pixels{extent}; {kept} bands are kept by the rule of NEON&apos;s tutorial, and {nodata} % of the pixels have no data.</source>
        <translation>{bands} mit {width} x {height} Pixeln{extent}; nach der Regel aus NEONs Tutorial bleiben {kept} Kanäle, und {nodata} % der Pixel haben keine Daten.</translation>
    </message>
    <message numerus="yes">
        <source>{count} bands</source>
        <translation>
            <numerusform>{count} Kanal</numerusform>
            <numerusform>{count} Kanäle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {count} bands</source>
        <translation>
            <numerusform>Der einzige Kanal</numerusform>
            <numerusform>Alle {count} Kanäle</numerusform>
        </translation>
    </message>
    <message>
        <source>Covariance of each band with each other band, from {lowest} to {largest}</source>
        <translation>Kovarianz jedes Kanals mit jedem anderen, von {lowest} bis {largest}</translation>
    </message>
    <message numerus="yes">
        <source>{count} components keep {share} % of the variance</source>
        <translation>
            <numerusform>{count} Komponente enthält {share} % der Varianz</numerusform>
            <numerusform>{count} Komponenten enthalten {share} % der Varianz</numerusform>
        </translation>
    </message>
    <message>
        <source>{area} ha</source>
        <translation>{area} ha</translation>
    </message>
    <message numerus="yes">
        <source>{count} classes</source>
        <translation>
            <numerusform>{count} Klasse</numerusform>
            <numerusform>{count} Klassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of the {wanted} classes have no pixel</source>
        <translation>
            <numerusform>{count} der {wanted} Klassen hat kein Pixel</numerusform>
            <numerusform>{count} der {wanted} Klassen haben kein Pixel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} iterations</source>
        <translation>
            <numerusform>{count} Iteration</numerusform>
            <numerusform>{count} Iterationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pixels</source>
        <translation>
            <numerusform>{count} Pixel</numerusform>
            <numerusform>{count} Pixel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Values of the first {count} components</source>
        <translation>
            <numerusform>Werte der ersten Komponente</numerusform>
            <numerusform>Werte der ersten {count} Komponenten</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the layer</source>
        <translation>Layer wird gelesen</translation>
    </message>
    <message>
        <source>Classifying</source>
        <translation>Klassifikation</translation>
    </message>
    <message>
        <source>Computing components</source>
        <translation>Komponenten werden berechnet</translation>
    </message>
    <message>
        <source>Reads NEON reflectance tiles (HDF5), leaves out bad bands, groups the pixels into classes by k-means and computes principal components, without intermediate rasters. It gives the same classes and components as cleaning, clustering and principal components in steps.
Several tiles are classified together: a class means the same in all of them.
Pixels without data stay without class. Classes are numbered from 1, dark to bright. The centres are a table that another run can start from; a cancelled run leaves those of its last iteration there.
No tiles yet? Download tiles gets them from NEON; the model Download and classify does both in one step.
The results are added to the map, the classes on top. Processing &gt; Results Viewer lists the report.</source>
        <translation>Liest NEON-Kacheln mit Reflexionsgraden (HDF5), lässt unbrauchbare Kanäle weg, gruppiert die Pixel mit k-Means in Klassen und berechnet Hauptkomponenten, ohne Zwischenraster. Das ergibt dieselben Klassen und Komponenten wie Bereinigen, Clustering und Hauptkomponenten in einzelnen Schritten.
Mehrere Kacheln werden gemeinsam klassifiziert: Eine Klasse bedeutet in allen dasselbe.
Pixel ohne Daten bleiben ohne Klasse. Die Klassen sind ab 1 von dunkel nach hell nummeriert. Die Zentren sind eine Tabelle, von der ein weiterer Lauf ausgehen kann; ein abgebrochener Lauf hinterlässt dort die seiner letzten Iteration.
Noch keine Kacheln? „Kacheln herunterladen“ holt sie von NEON; das Modell „Herunterladen und klassifizieren“ erledigt beides in einem Schritt.
Die Ergebnisse werden zur Karte hinzugefügt, die Klassen zuoberst. Verarbeitung &gt; Ergebnisanzeige führt den Bericht auf.</translation>
    </message>
    <message>
        <source>NEON reflectance files, tiles (DP3.30006.001 or .002) or flight lines (DP1.30006.001), and folders in or below which they are. Where tiles overlap, the one listed first counts.</source>
        <translation>NEON-Dateien mit Reflexionsgraden, Kacheln (DP3.30006.001 oder .002) oder Flugstreifen (DP1.30006.001), und Ordner, in oder unter denen sie liegen. Wo Kacheln sich überlappen, zählt die, die zuerst in der Liste steht.</translation>
    </message>
    <message>
        <source>Reading tiles</source>
        <translation>Kacheln werden gelesen</translation>
    </message>
    <message>
        <source>Clustering</source>
        <translation>Clustering</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Writing reflectance</source>
        <translation>Reflexionsgrad wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>Bild wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the tile</source>
        <translation>Kachel wird geschrieben</translation>
    </message>
    <message>
        <source>download</source>
        <translation>herunterladen</translation>
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
        <translation>abrufen</translation>
    </message>
    <message>
        <source>Download tiles</source>
        <translation>Kacheln herunterladen</translation>
    </message>
    <message>
        <source>Download tiles from NEON into a folder, from where an earlier run stopped, and check them.</source>
        <translation>Kacheln von NEON in einen Ordner herunterladen, ab der Stelle, an der ein früherer Lauf endete, und sie prüfen.</translation>
    </message>
    <message>
        <source>Downloads the tiles of a layer that List tiles made, or those that an area, an extent or a point touches. Give one of these.
NEON gives data only with a token, which is free: sign in at https://data.neonscience.org/myaccount, copy it, and store it in QGIS (Settings &gt; Options &gt; Authentication, method Basic, as the password).
Files that are in the folder and whole are not downloaded again. What a run that was cancelled or interrupted has of a file is kept (.part), and the next run goes on there. A file gets its name when its size and its checksum are right. Tiles of different years have the same names: give each year its folder, or choose NEON&apos;s layout.
Beside the files, CITATION.txt says how NEON wants them to be cited, and downloads.json what they are. NEON&apos;s data have the licence CC BY 4.0.
A tile of reflectance has about 650 MB (of a million bytes). The network settings of QGIS apply. The environment variable NEON_API_URL leads to another server.</source>
        <translation>Lädt die Kacheln eines Layers herunter, den „Kacheln auflisten“ erzeugt hat, oder diejenigen, die ein Gebiet, eine Ausdehnung oder ein Punkt berührt. Eines davon angeben.
NEON gibt Daten nur mit einem Token heraus, das kostenlos ist: unter https://data.neonscience.org/myaccount anmelden, es kopieren und in QGIS speichern (Einstellungen &gt; Optionen &gt; Authentifizierung, Methode Basic, als Passwort).
Dateien, die vollständig im Ordner liegen, werden nicht erneut heruntergeladen. Was ein abgebrochener oder unterbrochener Lauf von einer Datei hat, bleibt erhalten (.part), und der nächste Lauf setzt dort fort. Eine Datei erhält ihren Namen, wenn ihre Größe und ihre Prüfsumme stimmen. Kacheln verschiedener Jahre haben dieselben Namen: jedem Jahr einen eigenen Ordner geben oder die Anordnung von NEON wählen.
Neben den Dateien steht in CITATION.txt, wie NEON sie zitiert haben möchte, und in downloads.json, was sie sind. Die Daten von NEON stehen unter der Lizenz CC BY 4.0.
Eine Kachel mit Reflexionsgraden hat etwa 650 MB (zu einer Million Bytes). Es gelten die Netzwerkeinstellungen von QGIS. Die Umgebungsvariable NEON_API_URL führt zu einem anderen Server.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Tiles of a layer</source>
        <translation>Kacheln eines Layers</translation>
    </message>
    <message>
        <source>A layer that List tiles made: its tiles are downloaded, or those of them that are selected.</source>
        <translation>Ein Layer, den „Kacheln auflisten“ erzeugt hat: Seine Kacheln werden heruntergeladen, oder diejenigen davon, die ausgewählt sind.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>A layer of points, lines or polygons: the tiles that they touch are downloaded.</source>
        <translation>Ein Layer mit Punkten, Linien oder Polygonen: Die Kacheln, die sie berühren, werden heruntergeladen.</translation>
    </message>
    <message>
        <source>The tiles that reach into this extent are downloaded.</source>
        <translation>Die Kacheln, die in diese Ausdehnung hineinreichen, werden heruntergeladen.</translation>
    </message>
    <message>
        <source>Easting (m)</source>
        <translation>Ostwert (m)</translation>
    </message>
    <message>
        <source>Northing (m)</source>
        <translation>Nordwert (m)</translation>
    </message>
    <message>
        <source>Of a point in the UTM zone of the site: the tile that holds it is downloaded.</source>
        <translation>Eines Punktes in der UTM-Zone des Standorts: Die Kachel, in der er liegt, wird heruntergeladen.</translation>
    </message>
    <message>
        <source>Buffer (m)</source>
        <translation>Puffer (m)</translation>
    </message>
    <message>
        <source>Download all tiles as well that touch the square with sides of twice this length around the point, or around any point of the area or extent. Not used with a layer of tiles.</source>
        <translation>Auch alle Kacheln herunterladen, die das Quadrat berühren, dessen Seiten doppelt so lang sind und das um den Punkt liegt, oder um jeden Punkt des Gebiets oder der Ausdehnung. Ohne Wirkung bei einem Layer mit Kacheln.</translation>
    </message>
    <message>
        <source>Include provisional data</source>
        <translation>Vorläufige Daten einschließen</translation>
    </message>
    <message>
        <source>Download tiles that NEON has not released yet and may still change, too.</source>
        <translation>Auch Kacheln herunterladen, die NEON noch nicht freigegeben hat und die sich noch ändern können.</translation>
    </message>
    <message>
        <source>Most to download (GB)</source>
        <translation>Höchstens herunterzuladen (GB)</translation>
    </message>
    <message>
        <source>Download nothing if it would be more than this (of a billion bytes); what is there already is not counted.</source>
        <translation>Nichts herunterladen, wenn es mehr als so viel wäre (zu einer Milliarde Bytes); was schon vorhanden ist, zählt nicht mit.</translation>
    </message>
    <message>
        <source>Show the tiles in true colour</source>
        <translation>Kacheln in Echtfarben anzeigen</translation>
    </message>
    <message>
        <source>Add the tiles to the map in true colour, as temporary layers.</source>
        <translation>Die Kacheln in Echtfarben zur Karte hinzufügen, als temporäre Layer.</translation>
    </message>
    <message>
        <source>All in the folder</source>
        <translation>Alle im Ordner</translation>
    </message>
    <message>
        <source>NEON&apos;s folders</source>
        <translation>Ordner von NEON</translation>
    </message>
    <message>
        <source>Where the files go: 0 all in the folder; 1 in folders as NEON&apos;s package neonutilities makes them, which keep products, years and provisional data apart.</source>
        <translation>Wohin die Dateien kommen: 0 alle in den Ordner; 1 in Ordner, wie sie NEONs Paket neonutilities anlegt; diese halten Produkte, Jahre und vorläufige Daten auseinander.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>The folder for the files. A temporary one goes when QGIS is closed, and the files with it.</source>
        <translation>Der Ordner für die Dateien. Ein temporärer verschwindet, wenn QGIS geschlossen wird, und mit ihm die Dateien.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Number of files</source>
        <translation>Anzahl der Dateien</translation>
    </message>
    <message>
        <source>Size of all files (MB)</source>
        <translation>Größe aller Dateien (MB)</translation>
    </message>
    <message>
        <source>{given} chooses the tiles; give one of a layer of tiles, an area, an extent, or easting and northing.</source>
        <translation>{given} wählt die Kacheln aus; genau eines davon angeben: einen Layer mit Kacheln, ein Gebiet, eine Ausdehnung oder Ostwert und Nordwert.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>{parameter} is missing; choose a site.</source>
        <translation>{parameter} fehlt; einen Standort auswählen.</translation>
    </message>
    <message>
        <source>No tile at {tiles}: not flown</source>
        <translation>Keine Kachel bei {tiles}: nicht beflogen</translation>
    </message>
    <message>
        <source>available</source>
        <translation>verfügbar</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>List tiles</source>
        <translation>Kacheln auflisten</translation>
    </message>
    <message>
        <source>Show on the map which tiles NEON has of a site, in which years and how large.</source>
        <translation>Auf der Karte zeigen, welche Kacheln NEON von einem Standort hat, aus welchen Jahren und wie groß.</translation>
    </message>
    <message>
        <source>Asks NEON which tiles of a product there are at a site, and makes a layer of their squares, with a colour for each year. Download tiles takes this layer, with all of its tiles or those that are selected.
Which tiles there are, NEON tells only with a token, which is free: sign in at https://data.neonscience.org/myaccount, copy it, and store it in QGIS (Settings &gt; Options &gt; Authentication, method Basic, as the password). Without a token, this lists the months in which the site was flown.
Provisional data may still change; their release is PROVISIONAL. From mid-December to January, tiles may be away for some days, while NEON prepares a new release. MB are of a million bytes.
The network settings of QGIS apply. The environment variable NEON_API_URL leads to another server.</source>
        <translation>Fragt NEON, welche Kacheln eines Produkts es an einem Standort gibt, und erzeugt einen Layer ihrer Quadrate mit einer Farbe für jedes Jahr. „Kacheln herunterladen“ nimmt diesen Layer an, mit allen seinen Kacheln oder den ausgewählten.
Welche Kacheln es gibt, teilt NEON nur mit einem Token mit, das kostenlos ist: unter https://data.neonscience.org/myaccount anmelden, es kopieren und in QGIS speichern (Einstellungen &gt; Optionen &gt; Authentifizierung, Methode Basic, als Passwort). Ohne Token werden die Monate aufgelistet, in denen der Standort beflogen wurde.
Vorläufige Daten können sich noch ändern; ihre Freigabe (release) ist PROVISIONAL. Von Mitte Dezember bis Januar können Kacheln einige Tage lang fehlen, während NEON eine neue Freigabe vorbereitet. MB sind zu einer Million Bytes gerechnet.
Es gelten die Netzwerkeinstellungen von QGIS. Die Umgebungsvariable NEON_API_URL führt zu einem anderen Server.</translation>
    </message>
    <message>
        <source>List only the tiles that reach into this extent. Empty: all tiles of the site.</source>
        <translation>Nur die Kacheln auflisten, die in diese Ausdehnung hineinreichen. Leer: alle Kacheln des Standorts.</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>The layer of tiles, in the UTM zone of the site: tile (easting_northing of the south-west corner), easting, northing, month, year, release, size_mb, site, product, file. Only with a token.</source>
        <translation>Der Layer der Kacheln, in der UTM-Zone des Standorts: tile (Ostwert_Nordwert der südwestlichen Ecke), easting, northing, month, year, release, size_mb, site, product, file. Nur mit Token.</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>A table of the months in which the site was flown: site, product, month, release, doi.</source>
        <translation>Eine Tabelle der Monate, in denen der Standort beflogen wurde: site, product, month, release, doi.</translation>
    </message>
    <message>
        <source>Number of tiles</source>
        <translation>Anzahl der Kacheln</translation>
    </message>
    <message>
        <source>Size of all tiles (MB)</source>
        <translation>Größe aller Kacheln (MB)</translation>
    </message>
    <message>
        <source>Months - {site} {product}</source>
        <translation>Monate - {site} {product}</translation>
    </message>
    <message>
        <source>Tiles - {site} {product}</source>
        <translation>Kacheln - {site} {product}</translation>
    </message>
    <message>
        <source>{count} tiles, {size}</source>
        <translation>{count} Kacheln, {size}</translation>
    </message>
    <message>
        <source>the answer is too long</source>
        <translation>die Antwort ist zu lang</translation>
    </message>
    <message>
        <source>nothing came for {seconds:.0f} s</source>
        <translation>{seconds:.0f} s lang kam nichts an</translation>
    </message>
    <message>
        <source>There is no map here to show the tiles on.</source>
        <translation>Hier gibt es keine Karte, auf der die Kacheln angezeigt werden können.</translation>
    </message>
    <message>
        <source>{name} is not a layer that List tiles made, as it lacks some of its fields ({fields}).</source>
        <translation>{name} ist kein Layer, den „Kacheln auflisten“ erzeugt hat, denn einige von dessen Feldern fehlen ({fields}).</translation>
    </message>
    <message>
        <source>{name} has no tiles, or none of the year; select some, or choose another layer.</source>
        <translation>{name} hat keine Kacheln oder keine aus dem Jahr; welche auswählen oder einen anderen Layer wählen.</translation>
    </message>
    <message>
        <source>Reading the tile</source>
        <translation>Kachel wird gelesen</translation>
    </message>
    <message>
        <source>Reading the raster</source>
        <translation>Raster wird gelesen</translation>
    </message>
    <message>
        <source>site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Download and classify</source>
        <translation>Herunterladen und klassifizieren</translation>
    </message>
    <message>
        <source>Download the tile at a point from NEON, and make a class map and principal components of it.</source>
        <translation>Die Kachel an einem Punkt von NEON herunterladen und daraus eine Klassenkarte und Hauptkomponenten erzeugen.</translation>
    </message>
    <message>
        <source>Downloads the tile of reflectance at a point of the map from NEON, classifies it by k-means and computes principal components: Download tiles and Classify tiles in one step. With a buffer, neighbouring tiles are downloaded and classified together.
NEON gives data only with a token, which is free: sign in at https://data.neonscience.org/myaccount, copy it, and store it in QGIS (Settings &gt; Options &gt; Authentication, method Basic, as the password).
Choose a folder for the tiles, so that another run finds them there. A tile has about 650 MB.</source>
        <translation>Lädt die Kachel mit Reflexionsgraden an einem Punkt der Karte von NEON herunter, klassifiziert sie mit k-Means und berechnet Hauptkomponenten: „Kacheln herunterladen“ und „Kacheln klassifizieren“ in einem Schritt. Mit einem Puffer werden benachbarte Kacheln mit heruntergeladen und gemeinsam klassifiziert.
NEON gibt Daten nur mit einem Token heraus, das kostenlos ist: unter https://data.neonscience.org/myaccount anmelden, es kopieren und in QGIS speichern (Einstellungen &gt; Optionen &gt; Authentifizierung, Methode Basic, als Passwort).
Einen Ordner für die Kacheln wählen, damit ein weiterer Lauf sie dort findet. Eine Kachel hat etwa 650 MB.</translation>
    </message>
    <message>
        <source>Token for NEON</source>
        <translation>Token für NEON</translation>
    </message>
    <message>
        <source>An authentication configuration of QGIS that holds your token for NEON: as the password of a basic one, or as the header X-API-Token. Never the token itself. Empty: the token in the environment variable NEON_TOKEN.</source>
        <translation>Eine Authentifizierungskonfiguration von QGIS, die Ihr Token für NEON enthält: als Passwort einer Konfiguration der Methode Basic oder als Header X-API-Token. Niemals das Token selbst. Leer: das Token in der Umgebungsvariablen NEON_TOKEN.</translation>
    </message>
    <message>
        <source>There is no authentication configuration {id} in this profile of QGIS; choose another one.</source>
        <translation>In diesem Profil von QGIS gibt es keine Authentifizierungskonfiguration {id}; eine andere auswählen.</translation>
    </message>
    <message>
        <source>The authentication configuration {id} holds no token: make one of the method Basic with your token for NEON as the password, or of the method API Header with the key X-API-Token.</source>
        <translation>Die Authentifizierungskonfiguration {id} enthält kein Token; eine der Methode Basic mit Ihrem Token für NEON als Passwort anlegen, oder eine der Methode API Header mit dem Schlüssel X-API-Token.</translation>
    </message>
    <message>
        <source>{parameter} is {value}; write ranges such as &quot;1340-1445, 1790-1955&quot;, or nothing.</source>
        <translation>{parameter} ist {value}; Bereiche wie „1340-1445, 1790-1955“ schreiben oder nichts.</translation>
    </message>
    <message>
        <source>{parameter} is not used: it is for a raster, and tiles say what their no data is.</source>
        <translation>{parameter} wird nicht verwendet: Der Parameter ist für ein Raster, und Kacheln geben ihren Leerwert selbst an.</translation>
    </message>
    <message>
        <source>Code of a NEON site, such as SERC. Sites that are flown with others, such as most aquatic ones, have the code of these in brackets.</source>
        <translation>Code eines NEON-Standorts, zum Beispiel SERC. Standorte, die zusammen mit anderen beflogen werden, wie die meisten Gewässerstandorte, haben deren Code in Klammern.</translation>
    </message>
    <message>
        <source> Not used with a layer of tiles, which tells it.</source>
        <translation> Ohne Wirkung bei einem Layer mit Kacheln, der ihn selbst angibt.</translation>
    </message>
    <message>
        <source>Code of a product that NEON publishes in tiles: DP3.30006.002 is bidirectional reflectance (mostly of 2022 and later), DP3.30006.001 directional reflectance (to 2021), DP3.30010.001 camera images, DP3.30012.001 leaf area index, DP3.30014.001 fPAR, DP3.30015.001 canopy height, DP3.30019.001 water indices, DP3.30024.001 elevation, DP3.30025.001 slope and aspect, DP3.30026.001 vegetation indices, DP1.30003.001 the lidar point cloud.</source>
        <translation>Code eines Produkts, das NEON in Kacheln veröffentlicht: DP3.30006.002 ist der bidirektionale Reflexionsgrad (meist ab 2022), DP3.30006.001 der direktionale Reflexionsgrad (bis 2021), DP3.30010.001 Kamerabilder, DP3.30012.001 Blattflächenindex, DP3.30014.001 fPAR, DP3.30015.001 Kronenhöhe, DP3.30019.001 Wasserindizes, DP3.30024.001 Höhe, DP3.30025.001 Hangneigung und Exposition, DP3.30026.001 Vegetationsindizes, DP1.30003.001 die Lidar-Punktwolke.</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Year of the flights. Empty: all years.</source>
        <translation>Jahr der Flüge. Leer: alle Jahre.</translation>
    </message>
    <message>
        <source>{parameter} cannot be read; choose another layer.</source>
        <translation>{parameter} kann nicht gelesen werden; einen anderen Layer auswählen.</translation>
    </message>
    <message>
        <source>{layer} has no coordinate reference system; give it one.</source>
        <translation>{layer} hat kein Koordinatenbezugssystem; ihm eines zuweisen.</translation>
    </message>
    <message>
        <source>{layer} has a feature that lies nowhere in UTM zone {zone}; choose another area.</source>
        <translation>{layer} hat ein Objekt, das nirgends in der UTM-Zone {zone} liegt; ein anderes Gebiet auswählen.</translation>
    </message>
    <message>
        <source>{parameter} is missing; it must be {allowed}.</source>
        <translation>{parameter} fehlt; nötig ist {allowed}.</translation>
    </message>
    <message>
        <source>{parameter} is {value}; it must be {allowed}.</source>
        <translation>{parameter} ist {value}; nötig ist {allowed}.</translation>
    </message>
    <message>
        <source>{one} and {other} are both given; choose one of them.</source>
        <translation>{one} und {other} sind beide angegeben; eines davon wählen.</translation>
    </message>
    <message>
        <source>Neither {one} nor {other} is given; choose one of them.</source>
        <translation>Weder {one} noch {other} ist angegeben; eines davon wählen.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>eines von {choices}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>the path of a file, as text</source>
        <translation>der Pfad einer Datei, als Text</translation>
    </message>
    <message>
        <source>the path of a file that ends in {endings}, as text</source>
        <translation>der Pfad einer Datei, der auf {endings} endet, als Text</translation>
    </message>
    <message>
        <source>the path of a file or a folder, as text</source>
        <translation>der Pfad einer Datei oder eines Ordners, als Text</translation>
    </message>
    <message>
        <source>a raster that can be opened; choose another one</source>
        <translation>ein Raster, das sich öffnen lässt; ein anderes auswählen</translation>
    </message>
    <message>
        <source>a raster layer, or the path of a raster as text</source>
        <translation>ein Rasterlayer oder der Pfad eines Rasters als Text</translation>
    </message>
    <message>
        <source>a raster or polygons, not an HDF5 file</source>
        <translation>ein Raster oder Polygone, keine HDF5-Datei</translation>
    </message>
    <message>
        <source>a layer of a raster or of polygons, or the path of one as text</source>
        <translation>ein Layer mit einem Raster oder mit Polygonen, oder der Pfad zu einem als Text</translation>
    </message>
    <message>
        <source>polygons, not points, lines or a table; choose another layer</source>
        <translation>ein Layer mit Polygonen, nicht mit Punkten oder Linien und keine Tabelle; einen anderen Layer auswählen</translation>
    </message>
    <message>
        <source>a raster or polygons that can be opened; choose another one</source>
        <translation>ein Raster oder Polygone, die sich öffnen lassen; etwas anderes auswählen</translation>
    </message>
    <message>
        <source>a raster in a file, not one from {provider}; save it as a GeoTIFF first</source>
        <translation>ein Raster in einer Datei, keines von {provider}; es zuerst als GeoTIFF speichern</translation>
    </message>
    <message>
        <source>text such as &quot;xmin,xmax,ymin,ymax [EPSG:32618]&quot;, or a layer</source>
        <translation>ein Text wie „xmin,xmax,ymin,ymax [EPSG:32618]“ oder ein Layer</translation>
    </message>
    <message>
        <source>the path of a file, as text, or TEMPORARY_OUTPUT</source>
        <translation>der Pfad einer Datei, als Text, oder TEMPORARY_OUTPUT</translation>
    </message>
    <message>
        <source>Use only the pixels that a raster or a layer of polygons keeps. A raster leaves out where its first band is 0, has no data, or does not reach; polygons keep the pixels whose centre lies in one. Grid and coordinate reference system may differ from those of the image.</source>
        <translation>Nur die Pixel verwenden, die ein Raster oder ein Layer mit Polygonen behält. Ein Raster lässt weg, wo sein erster Kanal 0 ist, keine Daten hat oder nicht hinreicht; Polygone behalten die Pixel, deren Mittelpunkt in einem davon liegt. Gitter und Koordinatenbezugssystem dürfen von denen des Bildes abweichen.</translation>
    </message>
    <message>
        <source>Only selected polygons of the mask</source>
        <translation>Nur ausgewählte Polygone der Maske</translation>
    </message>
    <message>
        <source>Use only the polygons that are selected in the layer.</source>
        <translation>Nur die Polygone verwenden, die im Layer ausgewählt sind.</translation>
    </message>
    <message>
        <source>the layer {name}</source>
        <translation>der Layer {name}</translation>
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
        <translation>Vegetationsindex</translation>
    </message>
    <message>
        <source>band math</source>
        <translation>Kanalarithmetik</translation>
    </message>
    <message>
        <source>raster calculator</source>
        <translation>Rasterrechner</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>Spectral indices</source>
        <translation>Spektralindizes</translation>
    </message>
    <message>
        <source>Compute NDVI and other indices of tiles or a raster, or any expression of wavelengths.</source>
        <translation>NDVI und andere Indizes von Kacheln oder einem Raster berechnen, oder einen beliebigen Ausdruck aus Wellenlängen.</translation>
    </message>
    <message>
        <source>Computes indices from the reflectance at a few wavelengths; only these bands are read. The bands nearest to the wavelengths are taken; where an image has none near enough, the message names the wavelength.
An expression may use any wavelength: r827 is the reflectance at 827 nm, so that NDVI is (r858-r668)/(r858+r668). It may have + - * / **, brackets, abs, exp, log, log10 and sqrt.
Each index is a band of the result. Where it is not defined, as after a division by zero, there is no data. With a threshold, a mask tells where the first index is at least as large, for instance to cluster vegetation only.
Tiles, or one raster: give one of the two. Indices need surface reflectance from 0 to 1; of raw counts, or of integers without scale, those with constants such as EVI and SAVI are wrong.</source>
        <translation>Berechnet Indizes aus dem Reflexionsgrad bei einigen Wellenlängen; nur diese Kanäle werden gelesen. Verwendet werden die Kanäle, die den Wellenlängen am nächsten liegen; hat ein Bild keinen, der nahe genug liegt, nennt die Meldung die Wellenlänge.
Ein Ausdruck kann jede Wellenlänge verwenden: r827 ist der Reflexionsgrad bei 827 nm, sodass der NDVI (r858-r668)/(r858+r668) ist. Er kann + - * / **, Klammern, abs, exp, log, log10 und sqrt enthalten.
Jeder Index ist ein Kanal des Ergebnisses. Wo er nicht definiert ist, etwa nach einer Division durch null, gibt es keine Daten. Mit einem Schwellenwert gibt eine Maske an, wo der erste Index mindestens so groß ist, zum Beispiel um nur die Vegetation zu clustern.
Entweder Kacheln oder ein Raster angeben. Indizes brauchen den Reflexionsgrad der Oberfläche von 0 bis 1; aus Rohwerten oder ganzen Zahlen ohne Skalierung werden solche mit Konstanten wie EVI und SAVI falsch.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster whose bands have wavelengths, such as cleaned reflectance.</source>
        <translation>Anstelle von Kacheln ein Raster, dessen Kanäle Wellenlängen haben, zum Beispiel bereinigter Reflexionsgrad.</translation>
    </message>
    <message>
        <source>Indices</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>Which indices to compute, a band each, in the order of this list. None: the expression only, or NDVI where there is none.</source>
        <translation>Welche Indizes berechnet werden, je ein Kanal, in der Reihenfolge dieser Liste. Keine: nur der Ausdruck oder, wenn es keinen gibt, der NDVI.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>A further index of your own, such as &quot;(r827-r667)/(r827+r667)&quot;, in which r827 is the reflectance at 827 nm; the last band.</source>
        <translation>Ein weiterer, eigener Index, zum Beispiel „(r827-r667)/(r827+r667)“, worin r827 der Reflexionsgrad bei 827 nm ist; der letzte Kanal.</translation>
    </message>
    <message>
        <source>Threshold of the first index, for the mask</source>
        <translation>Schwellenwert des ersten Index, für die Maske</translation>
    </message>
    <message>
        <source>The mask is 1 where the first band of the result is at least as large, and 0 where it is smaller.</source>
        <translation>Die Maske ist 1, wo der erste Kanal des Ergebnisses mindestens so groß ist, und 0, wo er kleiner ist.</translation>
    </message>
    <message>
        <source>The raster to write (GeoTIFF, Float32): a band for each index, no data where it is not defined.</source>
        <translation>Das zu schreibende Raster (GeoTIFF, Float32): ein Kanal je Index, ohne Daten, wo dieser nicht definiert ist.</translation>
    </message>
    <message>
        <source>The mask to write (GeoTIFF, Byte), which K-means and others take as their mask. It needs a threshold.</source>
        <translation>Die zu schreibende Maske (GeoTIFF, Byte), die K-Means und andere als Maske annehmen. Sie braucht einen Schwellenwert.</translation>
    </message>
    <message>
        <source>Computing indices</source>
        <translation>Indizes werden berechnet</translation>
    </message>
    <message>
        <source>{} at least {:g} - {}</source>
        <translation>{} mindestens {:g} - {}</translation>
    </message>
    <message>
        <source>At {address} is a Dask {found}, not a scheduler; give the scheduler&apos;s address.</source>
        <translation>Unter {address} ist ein Dask-{found}, kein Scheduler; die Adresse des Schedulers angeben.</translation>
    </message>
    <message>
        <source>what listens there says nothing, as a scheduler that has stopped or one that wants tls:// does</source>
        <translation>was dort lauscht, sagt nichts, wie ein stehen gebliebener Scheduler oder einer, der tls:// verlangt</translation>
    </message>
    <message>
        <source>tls:// needs certificates, which the configuration distributed.comm.tls of Dask names</source>
        <translation>tls:// braucht Zertifikate, welche die Konfiguration distributed.comm.tls von Dask nennt</translation>
    </message>
    <message>
        <source>what answers there is another program, such as a web server</source>
        <translation>was dort antwortet, ist ein anderes Programm, etwa ein Webserver</translation>
    </message>
    <message>
        <source>The Dask worker {worker} does not answer; restart it, or end it to work without it.</source>
        <translation>Der Dask-Worker {worker} antwortet nicht; ihn neu starten oder beenden, um ohne ihn zu arbeiten.</translation>
    </message>
    <message>
        <source>The Dask scheduler at {address} does not answer any more; restart it, and run again.</source>
        <translation>Der Dask-Scheduler unter {address} antwortet nicht mehr; ihn neu starten und erneut ausführen.</translation>
    </message>
    <message>
        <source>Waiting for the Dask worker {worker}.</source>
        <translation>Warten auf den Dask-Worker {worker}.</translation>
    </message>
    <message>
        <source>The Dask worker {worker} does not go on, and no other one has memory for {tile}; restart it, start more workers, or keep fewer bands.</source>
        <translation>Der Dask-Worker {worker} macht nicht weiter, und kein anderer hat Arbeitsspeicher für {tile}; ihn neu starten, mehr Worker starten oder weniger Kanäle behalten.</translation>
    </message>
    <message>
        <source>{worker} (not heard of for {seconds:.0f} s)</source>
        <translation>{worker} (seit {seconds:.0f} s keine Nachricht)</translation>
    </message>
    <message>
        <source>{worker} (paused by Dask at {used:.2f} of {limit:.2f} GB of memory)</source>
        <translation>{worker} (von Dask angehalten bei {used:.2f} von {limit:.2f} GB Arbeitsspeicher)</translation>
    </message>
    <message>
        <source>All workers of the Dask cluster are lost; start some, and run again.</source>
        <translation>Alle Worker des Dask-Clusters sind verloren; welche starten und erneut ausführen.</translation>
    </message>
    <message>
        <source>Green vegetation</source>
        <translation>Grüne Vegetation</translation>
    </message>
    <message>
        <source>Green vegetation, also where it is dense</source>
        <translation>Grüne Vegetation, auch wo sie dicht ist</translation>
    </message>
    <message>
        <source>Water in leaves</source>
        <translation>Wasser in Blättern</translation>
    </message>
    <message>
        <source>Nitrogen in leaves</source>
        <translation>Stickstoff in Blättern</translation>
    </message>
    <message>
        <source>Lignin in leaves</source>
        <translation>Lignin in Blättern</translation>
    </message>
    <message>
        <source>Use of light in photosynthesis</source>
        <translation>Lichtnutzung bei der Photosynthese</translation>
    </message>
    <message>
        <source>Green vegetation over bright soil</source>
        <translation>Grüne Vegetation über hellem Boden</translation>
    </message>
    <message>
        <source>Green vegetation through haze</source>
        <translation>Grüne Vegetation durch Dunst</translation>
    </message>
    <message>
        <source>Dry plant litter</source>
        <translation>Trockene Pflanzenstreu</translation>
    </message>
    <message>
        <source>The token has spaces, line breaks or other letters that no token has; copy it again from {page}.</source>
        <translation>Das Token enthält Leerzeichen, Zeilenumbrüche oder andere Zeichen, die kein Token hat; es erneut von {page} kopieren.</translation>
    </message>
    <message>
        <source>The token expired on {date}; get a new one at {page} and store it in its place.</source>
        <translation>Das Token ist am {date} abgelaufen; unter {page} ein neues holen und an seiner Stelle speichern.</translation>
    </message>
    <message>
        <source>NEON does not know the token that was sent: it may be incomplete, disabled or deleted; look at {page} and store the one that is shown there.</source>
        <translation>NEON kennt das gesendete Token nicht: Es kann unvollständig, deaktiviert oder gelöscht sein; {page} aufrufen und das dort angezeigte speichern.</translation>
    </message>
    <message>
        <source>NEON refuses these data to the token that was sent; look at {page} whether it is still valid, or get a new one.</source>
        <translation>NEON verweigert dem gesendeten Token diese Daten; unter {page} nachsehen, ob es noch gültig ist, oder ein neues holen.</translation>
    </message>
    <message>
        <source>{variable} is {address}; it must be an https address.</source>
        <translation>{variable} ist {address}; nötig ist eine https-Adresse.</translation>
    </message>
    <message>
        <source>The server sent an address that cannot be used ({address}); try again later.</source>
        <translation>Der Server hat eine Adresse gesendet, die nicht verwendbar ist ({address}); später erneut versuchen.</translation>
    </message>
    <message>
        <source>The server leads to {address}, which is not protected (https); nothing is sent there.</source>
        <translation>Der Server führt zu {address}, einer nicht geschützten Adresse (ohne https); dorthin wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The address {address} does not name the folders of NEON&apos;s layout; choose to have all files in one folder.</source>
        <translation>Die Adresse {address} nennt die Ordner von NEONs Anordnung nicht; wählen, dass alle Dateien in einen Ordner kommen.</translation>
    </message>
    <message>
        <source>NEON has no product {product}; choose another one.</source>
        <translation>NEON hat kein Produkt {product}; ein anderes auswählen.</translation>
    </message>
    <message>
        <source>the description of {product}</source>
        <translation>die Beschreibung von {product}</translation>
    </message>
    <message>
        <source>the location of {site}</source>
        <translation>die Lage von {site}</translation>
    </message>
    <message>
        <source>the list of files of {product} at {site}</source>
        <translation>die Dateiliste von {product} an {site}</translation>
    </message>
    <message>
        <source>{server} does not give {what} (status {status}{detail}); try again later.</source>
        <translation>{server} liefert nicht, was angefragt wurde: {what} (Status {status}{detail}); später erneut versuchen.</translation>
    </message>
    <message>
        <source>NEON&apos;s limit of requests is reached</source>
        <translation>Die Höchstzahl der Anfragen bei NEON ist erreicht</translation>
    </message>
    <message>
        <source>{address} leads from one address to the next without an end; try again later.</source>
        <translation>{address} führt endlos von einer Adresse zur nächsten; später erneut versuchen.</translation>
    </message>
    <message>
        <source>{server} cannot be reached ({reason}); check the network and the proxy of QGIS, then run again.</source>
        <translation>{server} ist nicht erreichbar ({reason}); das Netz und den Proxy von QGIS prüfen, dann erneut ausführen.</translation>
    </message>
    <message>
        <source>The connection failed ({reason})</source>
        <translation>Die Verbindung ist fehlgeschlagen ({reason})</translation>
    </message>
    <message>
        <source>{server} still has too much to do (status {status}); run again later.</source>
        <translation>{server} ist noch immer überlastet (Status {status}); später erneut ausführen.</translation>
    </message>
    <message>
        <source>The server has too much to do (status {status})</source>
        <translation>Der Server ist überlastet (Status {status})</translation>
    </message>
    <message>
        <source>{reason}; trying again in {seconds:.0f} s.</source>
        <translation>{reason}; neuer Versuch in {seconds:.0f} s.</translation>
    </message>
    <message>
        <source>{address} leads somewhere else, but does not say where; try again later.</source>
        <translation>{address} führt anderswohin, sagt aber nicht, wohin; später erneut versuchen.</translation>
    </message>
    <message>
        <source>{product} ({name}) is not among NEON&apos;s active products; what there is may be old.</source>
        <translation>{product} ({name}) gehört nicht zu den aktiven Produkten von NEON; was vorhanden ist, kann alt sein.</translation>
    </message>
    <message>
        <source>{site} is flown with {other}; its tiles are published under {other}.</source>
        <translation>{site} wird zusammen mit {other} beflogen; die Kacheln werden unter {other} veröffentlicht.</translation>
    </message>
    <message>
        <source>NEON lists no tiles of {product} at {site}: it may not come in tiles, as flight lines do, or be away for some days while NEON prepares a release (mid-December to January).</source>
        <translation>NEON führt keine Kacheln von {product} an {site} auf: Das Produkt kommt vielleicht nicht in Kacheln, wie etwa Flugstreifen, oder fehlt einige Tage lang, während NEON eine Freigabe vorbereitet (Mitte Dezember bis Januar).</translation>
    </message>
    <message>
        <source>There are no data of {product} at {site} in {year}, but in {months}; choose one of these years.</source>
        <translation>Von {product} gibt es an {site} keine Daten aus {year}, wohl aber aus {months}; eines dieser Jahre wählen.</translation>
    </message>
    <message>
        <source>There are no data of {product} ({name}) at {site}; choose another product, such as one of another revision, or another site.</source>
        <translation>Von {product} ({name}) gibt es an {site} keine Daten; ein anderes Produkt auswählen, etwa eines einer anderen Revision, oder einen anderen Standort.</translation>
    </message>
    <message>
        <source>There is no tile at {what}; the tiles of {site} lie between the eastings {west} and {east} and the northings {south} and {north} (m). List tiles shows them on the map.</source>
        <translation>Bei {what} gibt es keine Kachel; die Kacheln von {site} liegen zwischen den Ostwerten {west} und {east} und den Nordwerten {south} und {north} (m). „Kacheln auflisten“ zeigt sie auf der Karte.</translation>
    </message>
    <message>
        <source>NEON no longer has the tiles of the layer; make a new one with List tiles.</source>
        <translation>NEON hat die Kacheln des Layers nicht mehr; mit „Kacheln auflisten“ einen neuen erzeugen.</translation>
    </message>
    <message numerus="yes">
        <source>NEON no longer has {count} tiles of the layer; List tiles makes a new one.</source>
        <translation>
            <numerusform>NEON hat {count} Kachel des Layers nicht mehr; „Kacheln auflisten“ erzeugt einen neuen.</numerusform>
            <numerusform>NEON hat {count} Kacheln des Layers nicht mehr; „Kacheln auflisten“ erzeugt einen neuen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files are there and whole; their checksums are right.</source>
        <translation>
            <numerusform>{count} Datei ist vorhanden und vollständig; ihre Prüfsumme stimmt.</numerusform>
            <numerusform>{count} Dateien sind vorhanden und vollständig; ihre Prüfsummen stimmen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files, {size}</source>
        <translation>
            <numerusform>{count} Datei, {size}</numerusform>
            <numerusform>{count} Dateien, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>{total}, and {count} of which NEON does not tell the size</source>
        <translation>{total}, und {count}, deren Größe NEON nicht angibt</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made ({reason}); choose another one.</source>
        <translation>Der Ordner {folder} kann nicht angelegt werden ({reason}); einen anderen auswählen.</translation>
    </message>
    <message>
        <source>{path} is too long for Windows; choose a folder with a shorter path, or all files in one folder.</source>
        <translation>{path} ist zu lang für Windows; einen Ordner mit kürzerem Pfad wählen oder alle Dateien in einem Ordner.</translation>
    </message>
    <message>
        <source>{path} was not written by this plugin; move it away, or choose another folder for the downloads.</source>
        <translation>{path} wurde nicht von dieser Erweiterung geschrieben; die Datei verschieben oder einen anderen Ordner für die heruntergeladenen Dateien wählen.</translation>
    </message>
    <message>
        <source>{size} downloaded in {time}, {rate}/s.</source>
        <translation>{size} in {time} heruntergeladen, {rate}/s.</translation>
    </message>
    <message>
        <source>{done} downloaded, {rate}/s</source>
        <translation>{done} heruntergeladen, {rate}/s</translation>
    </message>
    <message>
        <source>unknown time</source>
        <translation>unbekannte Zeit</translation>
    </message>
    <message>
        <source>{done} of {total} ({percent:.0f} %), {rate}/s, {left} left</source>
        <translation>{done} von {total} ({percent:.0f} %), {rate}/s, noch {left}</translation>
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
        <translation>{path} kann nicht geschrieben werden, weil der Datenträger voll ist; Platz schaffen und erneut ausführen, was dort fortsetzt, wo dieser Lauf aufgehört hat.</translation>
    </message>
    <message>
        <source>{path} cannot be written because it or its folder was removed; run again.</source>
        <translation>{path} kann nicht geschrieben werden, weil die Datei oder ihr Ordner entfernt wurde; erneut ausführen.</translation>
    </message>
    <message>
        <source>{folder} has room for {free}, but {needed} are to be downloaded; free some space.</source>
        <translation>{folder} hat Platz für {free}, aber {needed} sind herunterzuladen; Platz schaffen.</translation>
    </message>
    <message>
        <source>NEON&apos;s server sent a web page in place of {what}: the network may ask for a login first, or the server may be under maintenance; open data.neonscience.org in a browser and try again.</source>
        <translation>Der Server von NEON hat eine Webseite gesendet, wo {what} erwartet wurde: Vielleicht verlangt das Netz zuerst eine Anmeldung, oder der Server wird gewartet; data.neonscience.org in einem Browser öffnen und erneut versuchen.</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>es ist kein JSON</translation>
    </message>
    <message>
        <source>{product} is not a product of NEON&apos;s Airborne Observation Platform; choose another one.</source>
        <translation>{product} ist kein Produkt der Airborne Observation Platform von NEON; ein anderes auswählen.</translation>
    </message>
    <message>
        <source>&quot;availableMonths&quot; holds something else than months</source>
        <translation>„availableMonths“ enthält etwas anderes als Monate</translation>
    </message>
    <message>
        <source>the list of files of {product} at {site} in {month}</source>
        <translation>die Dateiliste von {product} an {site} in {month}</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; is missing or wrong</source>
        <translation>„{key}“ fehlt oder ist falsch</translation>
    </message>
    <message>
        <source>the name &quot;{name}&quot; is a path</source>
        <translation>der Name „{name}“ ist ein Pfad</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; is &quot;{value}&quot;</source>
        <translation>„{key}“ ist „{value}“</translation>
    </message>
    <message>
        <source>NEON&apos;s server sent something else than {what} ({found}); try again later, and report it if it stays so.</source>
        <translation>Der Server von NEON hat etwas anderes gesendet, als erwartet wurde: {what} ({found}); später erneut versuchen und es melden, wenn es so bleibt.</translation>
    </message>
    <message>
        <source>A geometry of the area is damaged ({reason}); repair it.</source>
        <translation>Eine Geometrie des Gebiets ist beschädigt ({reason}); sie reparieren.</translation>
    </message>
    <message>
        <source>A geometry of the area has no place in the CRS of the tiles; choose another area.</source>
        <translation>Eine Geometrie des Gebiets hat keinen Ort im KBS der Kacheln; ein anderes Gebiet auswählen.</translation>
    </message>
    <message>
        <source>{failed} of {count} files could not be downloaded; the others are complete.</source>
        <translation>{failed} von {count} Dateien konnten nicht heruntergeladen werden; die anderen sind vollständig.</translation>
    </message>
    <message>
        <source>Another run downloads {name}; waiting for it.</source>
        <translation>Ein anderer Lauf lädt {name} herunter; es wird darauf gewartet.</translation>
    </message>
    <message>
        <source>{name}: NEON gives no checksum, so only the size is checked.</source>
        <translation>{name}: NEON gibt keine Prüfsumme an, daher wird nur die Größe geprüft.</translation>
    </message>
    <message>
        <source>{name}: its checksum is wrong; downloading it again</source>
        <translation>{name}: Die Prüfsumme ist falsch; die Datei wird erneut heruntergeladen</translation>
    </message>
    <message>
        <source>{name} does not have the checksum that NEON gives for it; run again later.</source>
        <translation>{name} hat nicht die Prüfsumme, die NEON dafür angibt; später erneut ausführen.</translation>
    </message>
    <message>
        <source>{name}: {server} does not give it (status {status}); run again later.</source>
        <translation>{name}: {server} liefert die Datei nicht (Status {status}); später erneut ausführen.</translation>
    </message>
    <message>
        <source>{name}: the server sent another part than the one that was asked for; run again later.</source>
        <translation>{name}: Der Server hat einen anderen Teil gesendet als den angeforderten; später erneut ausführen.</translation>
    </message>
    <message>
        <source>{name}: the server sent a web page in its place; the network may ask for a login first: open data.neonscience.org in a browser and run again.</source>
        <translation>{name}: Der Server hat stattdessen eine Webseite gesendet; vielleicht verlangt das Netz zuerst eine Anmeldung: data.neonscience.org in einem Browser öffnen und erneut ausführen.</translation>
    </message>
    <message>
        <source>the connection ended early</source>
        <translation>die Verbindung endete vorzeitig</translation>
    </message>
    <message>
        <source>it lacks {missing:,} of {required:,} chunks</source>
        <translation>es fehlen {missing:,} von {required:,} Blöcken</translation>
    </message>
    <message>
        <source>its values were never written</source>
        <translation>die Werte wurden nie geschrieben</translation>
    </message>
    <message>
        <source>{path}: {name} has nothing but zeros from {corner} on, and GDAL cannot tell whether they were lost; install h5py, which can, with: python -m pip install h5py</source>
        <translation>{path}: {name} hat ab {corner} nur Nullen, und GDAL kann nicht erkennen, ob die Werte verloren gingen; h5py installieren, das dies kann: python -m pip install h5py</translation>
    </message>
    <message>
        <source>{what} does not follow the HDF5 format</source>
        <translation>{what} entspricht nicht dem HDF5-Format</translation>
    </message>
    <message>
        <source>{what} goes beyond the end of the file</source>
        <translation>{what} reicht über das Ende der Datei hinaus</translation>
    </message>
    <message>
        <source>{one} and {other} share byte {place:,}</source>
        <translation>{one} und {other} teilen sich Byte {place:,}</translation>
    </message>
    <message>
        <source>the superblock</source>
        <translation>der Superblock</translation>
    </message>
    <message>
        <source>it has {found:,} bytes, but should have {expected:,}</source>
        <translation>sie hat {found:,} Bytes, sollte aber {expected:,} haben</translation>
    </message>
    <message>
        <source>the header of {name}</source>
        <translation>der Header von {name}</translation>
    </message>
    <message>
        <source>the index of the group {name}</source>
        <translation>der Index der Gruppe {name}</translation>
    </message>
    <message>
        <source>the list of names in {name}</source>
        <translation>die Namensliste in {name}</translation>
    </message>
    <message>
        <source>the list of members of {name}</source>
        <translation>die Mitgliederliste von {name}</translation>
    </message>
    <message>
        <source>the values of {name}</source>
        <translation>die Werteablage von {name}</translation>
    </message>
    <message>
        <source>the index of the chunks of {name}</source>
        <translation>der Index der Blöcke von {name}</translation>
    </message>
    <message>
        <source>a chunk of {name}</source>
        <translation>ein Block von {name}</translation>
    </message>
    <message>
        <source>{what} does not fit the shape of the chunks</source>
        <translation>{what} passt nicht zu den Dimensionen der Blöcke</translation>
    </message>
    <message>
        <source>a heap of texts</source>
        <translation>ein Heap von Texten</translation>
    </message>
    <message>
        <source>{what} at byte {address:,}</source>
        <translation>{what} bei Byte {address:,}</translation>
    </message>
    <message>
        <source>{what} is out of order</source>
        <translation>{what} ist nicht in der richtigen Reihenfolge</translation>
    </message>
    <message>
        <source>{what} refers to a name that does not exist</source>
        <translation>{what} verweist auf einen Namen, den es nicht gibt</translation>
    </message>
    <message>
        <source>{name} is {found} instead of one number</source>
        <translation>{name} ist {found} statt einer einzelnen Zahl</translation>
    </message>
    <message>
        <source>{name} is {number:g} and should be a number from {lowest:,.0f} to {highest:,.0f}</source>
        <translation>{name} ist {number:g} und sollte eine Zahl von {lowest:,.0f} bis {highest:,.0f} sein</translation>
    </message>
    <message>
        <source>The file does not give both Band_Window attributes as ranges of wavelengths; the water-vapour windows {windows} nm are assumed.</source>
        <translation>Die Datei gibt nicht beide Attribute Band_Window als Wellenlängenbereiche an; die Wasserdampffenster {windows} nm werden angenommen.</translation>
    </message>
    <message>
        <source>the dataset {path} is missing</source>
        <translation>der Datensatz {path} fehlt</translation>
    </message>
    <message>
        <source>it has neither Map_Info nor Spatial_Extent_meters, so that the position of its pixels is not known</source>
        <translation>sie hat weder Map_Info noch Spatial_Extent_meters, sodass die Lage ihrer Pixel nicht bekannt ist</translation>
    </message>
    <message>
        <source>{path} is not a file but a folder, a device or a pipe; choose a file.</source>
        <translation>{path} ist keine Datei, sondern ein Ordner, ein Gerät oder eine Pipe; eine Datei auswählen.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); choose another file.</source>
        <translation>{path} kann nicht gelesen werden ({reason}); eine andere Datei auswählen.</translation>
    </message>
    <message>
        <source>{path} is larger than {most} MB, which no model is; choose a model that this plugin wrote.</source>
        <translation>{path} ist größer als {most} MB, was kein Modell ist; ein von dieser Erweiterung geschriebenes Modell auswählen.</translation>
    </message>
    <message>
        <source>The classes have {rows} x {columns} pixels but the grid {height} x {width}.</source>
        <translation>Die Klassen haben {rows} x {columns} Pixel, das Gitter aber {height} x {width}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} bands of {name} have no data in any pixel and are left out: {bands}.</source>
        <translation>
            <numerusform>{count} Kanal von {name} hat in keinem Pixel Daten und wird weggelassen: {bands}.</numerusform>
            <numerusform>{count} Kanäle von {name} haben in keinem Pixel Daten und werden weggelassen: {bands}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Band {number} of {name} is taken for opacity (alpha): where it is 0, there is no data. If it is a band of the image, such as near infrared, change its colour interpretation: gdal_edit.py -colorinterp_{number} undefined.</source>
        <translation>Kanal {number} von {name} wird als Deckkraft (Alpha) verstanden: Wo er 0 ist, gibt es keine Daten. Ist er ein Kanal des Bildes, etwa nahes Infrarot, seine Farbinterpretation ändern: gdal_edit.py -colorinterp_{number} undefined.</translation>
    </message>
    <message numerus="yes">
        <source>{count} bands of {name} are marked as bad in its header (bbl = 0) and left out: {bands}.</source>
        <translation>
            <numerusform>{count} Kanal von {name} ist im Header als unbrauchbar gekennzeichnet (bbl = 0) und wird weggelassen: {bands}.</numerusform>
            <numerusform>{count} Kanäle von {name} sind im Header als unbrauchbar gekennzeichnet (bbl = 0) und werden weggelassen: {bands}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} has {columns:,} columns, more than an image has bands; choose another table.</source>
        <translation>{path} hat {columns:,} Spalten, mehr als ein Bild Kanäle hat; eine andere Tabelle auswählen.</translation>
    </message>
    <message>
        <source>{path}: row {number} has {fields} fields, but the header {header}; each row needs as many as the header.</source>
        <translation>{path}: Zeile {number} hat {fields} Felder, die Kopfzeile aber {header}; jede Zeile braucht so viele wie die Kopfzeile.</translation>
    </message>
    <message>
        <source>{path} has more than {most:,} rows below the header; take some out.</source>
        <translation>{path} hat mehr als {most:,} Zeilen unter der Kopfzeile; einige entfernen.</translation>
    </message>
    <message>
        <source>{path}: &quot;{text}&quot; in row {row}, column &quot;{column}&quot;, is too large; it can be at most {most:g}.</source>
        <translation>{path}: „{text}“ in Zeile {row}, Spalte „{column}“, ist zu groß; möglich ist höchstens {most:g}.</translation>
    </message>
    <message>
        <source>{path}: &quot;{text}&quot; in row {row}, column &quot;{column}&quot;, is not a whole number from {least} to {most}; correct it.</source>
        <translation>{path}: „{text}“ in Zeile {row}, Spalte „{column}“, ist keine ganze Zahl von {least} bis {most}; berichtigen.</translation>
    </message>
    <message>
        <source>{path} has a line of more than {most:,} characters, as no table of this plugin has; choose another table.</source>
        <translation>{path} hat eine Zeile mit mehr als {most:,} Zeichen, die keine Tabelle dieser Erweiterung hat; eine andere Tabelle auswählen.</translation>
    </message>
    <message>
        <source>{path}: &quot;{text}&quot; in row {row}, column &quot;{column}&quot;, is not clear, as commas and points may both be decimal signs or separate thousands; write all numbers with decimal points.</source>
        <translation>{path}: „{text}“ in Zeile {row}, Spalte „{column}“, ist nicht eindeutig, da Kommas und Punkte beide Dezimalzeichen sein oder Tausender trennen können; alle Zahlen mit Dezimalpunkt schreiben.</translation>
    </message>
    <message>
        <source>{parameter}: {path} is in one of GDAL&apos;s own file systems, to which results cannot be written; give a file in a folder of this computer, such as {example}.</source>
        <translation>{parameter}: {path} liegt in einem der GDAL-eigenen Dateisysteme, in die keine Ergebnisse geschrieben werden können; eine Datei in einem Ordner dieses Rechners angeben, zum Beispiel {example}.</translation>
    </message>
    <message>
        <source>{parameter}: {path} cannot be written; the name must end in {ending}.</source>
        <translation>{parameter}: {path} kann nicht geschrieben werden; der Name muss auf {ending} enden.</translation>
    </message>
    <message>
        <source>{area} m²</source>
        <translation>{area} m²</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>Fläche (m²)</translation>
    </message>
    <message>
        <source>{name} does not say at which wavelengths its bands lie, so that none can be chosen. Use reflectance that Clean reflectance wrote, or give its bands the metadata item wavelength.</source>
        <translation>{name} gibt nicht an, bei welchen Wellenlängen die Kanäle liegen, sodass keine gewählt werden können. Einen Reflexionsgrad verwenden, den „Reflexionsgrad bereinigen“ geschrieben hat, oder den Kanälen das Metadatenelement wavelength geben.</translation>
    </message>
    <message>
        <source>{name} has no band at {wavelength:g} nm; the nearest lies at {found:.1f} nm. Choose something without this wavelength, or an image with that band.</source>
        <translation>{name} hat keinen Kanal bei {wavelength:g} nm; der nächste liegt bei {found:.1f} nm. Etwas ohne diese Wellenlänge wählen oder ein Bild mit jenem Kanal.</translation>
    </message>
    <message>
        <source>{name}: its bands have wavelengths, but {share:.0%} of the values, which go from {least:g} to {most:g}, are no reflectance (0 to 1.6). If they are reflectance times a factor, give the bands a scale (such as 0.0001 for 10000), or the words in class names and saved centres will not fit.</source>
        <translation>{name}: Die Kanäle haben Wellenlängen, aber {share:.0%} der Werte, die von {least:g} bis {most:g} reichen, sind kein Reflexionsgrad (0 bis 1,6). Sind sie Reflexionsgrad mal einem Faktor, den Kanälen eine Skalierung geben (etwa 0,0001 bei 10000), sonst passen die Wörter in Klassennamen und gespeicherte Zentren nicht.</translation>
    </message>
    <message>
        <source>Both tiles and a raster are given</source>
        <translation>Sowohl Kacheln als auch ein Raster sind angegeben</translation>
    </message>
    <message>
        <source>Neither tiles nor a raster are given</source>
        <translation>Weder Kacheln noch ein Raster sind angegeben</translation>
    </message>
    <message>
        <source>{found}; give one of the two.</source>
        <translation>{found}; eines von beiden angeben.</translation>
    </message>
    <message>
        <source>The mask {name} leaves no pixel: it is 0, has no data, or lies elsewhere; choose one that overlaps.</source>
        <translation>Die Maske {name} lässt kein Pixel übrig: Sie ist 0, hat keine Daten oder liegt anderswo; eine auswählen, die sich überlappt.</translation>
    </message>
    <message>
        <source>The mask cannot be used: {reason}</source>
        <translation>Die Maske kann nicht verwendet werden: {reason}</translation>
    </message>
    <message>
        <source>The mask {name} holds no polygon; choose a layer of polygons or a raster.</source>
        <translation>Die Maske {name} enthält kein Polygon; einen Layer mit Polygonen oder ein Raster auswählen.</translation>
    </message>
    <message>
        <source>a polygon reaches too far</source>
        <translation>ein Polygon reicht zu weit</translation>
    </message>
    <message>
        <source>There is no tile (*.h5) in {paths} or in a folder below; add some.</source>
        <translation>In {paths} oder einem Ordner darunter gibt es keine Kachel (*.h5); welche hinzufügen.</translation>
    </message>
    <message>
        <source>{read} of {bands} bands are read.</source>
        <translation>{read} von {bands} Kanälen werden gelesen.</translation>
    </message>
    <message>
        <source>{wavelength:g} nm lies between {low:g} and {high:g} nm, where water vapour absorbs the light; what is shown of it is noise.</source>
        <translation>{wavelength:g} nm liegt zwischen {low:g} und {high:g} nm, wo Wasserdampf das Licht absorbiert; was davon zu sehen ist, ist Rauschen.</translation>
    </message>
    <message>
        <source>it has no wavelength</source>
        <translation>er keine Wellenlänge enthält</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is no function</source>
        <translation>„{name}“ keine Funktion ist</translation>
    </message>
    <message>
        <source>something is missing at its end</source>
        <translation>am Ende etwas fehlt</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>eine Klammer nicht geschlossen ist</translation>
    </message>
    <message>
        <source>it is longer than {most} characters</source>
        <translation>er länger als {most} Zeichen ist</translation>
    </message>
    <message>
        <source>&quot;{symbol}&quot; is not expected there</source>
        <translation>„{symbol}“ dort nicht erwartet wird</translation>
    </message>
    <message>
        <source>The expression &quot;{text}&quot; cannot be understood, because {reason}; write for instance &quot;(r827-r667)/(r827+r667)&quot;, in which r827 is the reflectance at 827 nm.</source>
        <translation>Der Ausdruck „{text}“ ist nicht zu verstehen, weil {reason}; zum Beispiel „(r827-r667)/(r827+r667)“ schreiben, worin r827 der Reflexionsgrad bei 827 nm ist.</translation>
    </message>
    <message>
        <source>{name} has one band, {band}, for {first:g} and {second:g} nm, so that {index} cannot be computed; choose another index or an image with finer bands.</source>
        <translation>{name} hat einen einzigen Kanal, {band}, für {first:g} und {second:g} nm, sodass {index} nicht berechnet werden kann; einen anderen Index oder ein Bild mit feineren Kanälen wählen.</translation>
    </message>
    <message>
        <source>A mask is wanted but no threshold is given; set one, or leave out the mask.</source>
        <translation>Eine Maske ist gewünscht, aber kein Schwellenwert angegeben; einen festlegen oder die Maske weglassen.</translation>
    </message>
    <message>
        <source>Stopped after the first iteration; allow more, or go on from the centres, to let the classes settle.</source>
        <translation>Nach der ersten Iteration angehalten; mehr zulassen oder von den Zentren aus fortsetzen, damit sich die Klassen einspielen.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after the first iteration; {count} pixels are now nearer to the centre of another class. Allow more iterations, or go on from the centres, to let the classes settle.</source>
        <translation>
            <numerusform>Nach der ersten Iteration angehalten; {count} Pixel liegt jetzt näher am Zentrum einer anderen Klasse. Mehr Iterationen zulassen oder von den Zentren aus fortsetzen, damit sich die Klassen einspielen.</numerusform>
            <numerusform>Nach der ersten Iteration angehalten; {count} Pixel liegen jetzt näher am Zentrum einer anderen Klasse. Mehr Iterationen zulassen oder von den Zentren aus fortsetzen, damit sich die Klassen einspielen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} is a damaged model: &quot;{key}&quot; is missing or does not hold the numbers that it should; write the model again.</source>
        <translation>{path} ist ein beschädigtes Modell: „{key}“ fehlt oder enthält nicht die Zahlen, die dort stehen sollten; das Modell neu schreiben.</translation>
    </message>
    <message>
        <source> over {area}</source>
        <translation> auf {area}</translation>
    </message>
    <message>
        <source>Areas are not known: the coordinates are not in a unit of length, or the projection stretches some pixels more than others.</source>
        <translation>Flächen sind nicht bekannt: Die Koordinaten haben keine Längeneinheit, oder die Projektion streckt manche Pixel mehr als andere.</translation>
    </message>
    <message>
        <source>Values of {name} are typically {theirs}, those of the centres {ours}: one of them may be reflectance and the other integers without scale. Set the scale of the raster&apos;s bands (0.0001 for reflectance times 10,000), or use centres from images of the same kind.</source>
        <translation>Die Werte von {name} betragen typischerweise {theirs}, die der Zentren {ours}: Die einen sind vielleicht Reflexionsgrade und die anderen ganze Zahlen ohne Skalierung. Die Skalierung der Kanäle des Rasters festlegen (0,0001 bei Reflexionsgrad mal 10.000) oder Zentren aus Bildern derselben Art verwenden.</translation>
    </message>
    <message>
        <source>{path} has the class {number} more than once, in the rows {first} and {row}; give each class its own number.</source>
        <translation>{path} enthält die Klasse {number} mehr als einmal, in den Zeilen {first} und {row}; jeder Klasse eine eigene Nummer geben.</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Folder for the tiles</source>
        <translation>Ordner für die Kacheln</translation>
    </message>
    <message>
        <source>An authentication configuration of QGIS that holds your token for NEON, as the password of a basic one. Empty: the token in the environment variable NEON_TOKEN.</source>
        <translation>Eine Authentifizierungskonfiguration von QGIS, die Ihr Token für NEON enthält, als Passwort einer Konfiguration der Methode Basic. Leer: das Token in der Umgebungsvariablen NEON_TOKEN.</translation>
    </message>
    <message>
        <source>Take all tiles as well that touch the square with sides of twice this length around the point.</source>
        <translation>Auch alle Kacheln nehmen, die das Quadrat berühren, dessen Seiten doppelt so lang sind und das um den Punkt liegt.</translation>
    </message>
    <message>
        <source>Take tiles that NEON has not released yet and may still change, too.</source>
        <translation>Auch Kacheln nehmen, die NEON noch nicht freigegeben hat und die sich noch ändern können.</translation>
    </message>
    <message>
        <source>A point on the map: the tile that holds it is downloaded, and those within the buffer.</source>
        <translation>Ein Punkt auf der Karte: Die Kachel, in der er liegt, wird heruntergeladen, und diejenigen innerhalb des Puffers.</translation>
    </message>
    <message>
        <source>Code of a NEON site, such as SERC.</source>
        <translation>Code eines NEON-Standorts, zum Beispiel SERC.</translation>
    </message>
    <message>
        <source>Year of the flights; List tiles shows in which years a site was flown.</source>
        <translation>Jahr der Flüge; „Kacheln auflisten“ zeigt, in welchen Jahren ein Standort beflogen wurde.</translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation>eine ganze Zahl von {least} bis {most}</translation>
    </message>
    <message>
        <source>a number from {least} to {most}</source>
        <translation>eine Zahl von {least} bis {most}</translation>
    </message>
    <message>
        <source>a number of at least {least}</source>
        <translation>eine Zahl von mindestens {least}</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>A value that stands for no data, as the file stores it (before scale and offset). Those of the file and of the layer&apos;s properties (Transparency) count anyway. Empty: none.</source>
        <translation>Ein Wert, der für fehlende Daten steht, so wie die Datei ihn speichert (vor Skalierung und Versatz). Die Werte der Datei und der Layereigenschaften (Transparenz) gelten ohnehin. Leer: keiner.</translation>
    </message>
    <message>
        <source>the connection to its scheduler broke</source>
        <translation>die Verbindung zu seinem Scheduler ist abgebrochen</translation>
    </message>
    <message>
        <source>The Dask cluster at {address} failed ({reason}); see the log of its scheduler, and run again.</source>
        <translation>Der Dask-Cluster unter {address} ist ausgefallen ({reason}); sehen Sie das Protokoll seines Schedulers an und starten Sie neu.</translation>
    </message>
    <message>
        <source>No worker of the Dask cluster has {size:.1f} GB of memory left for {tile}; {tiles} tile(s) need {needed:.1f} GB, and {share:.0%} of a worker&apos;s memory may be in use, for whatever. Start more workers or keep fewer bands.</source>
        <translation>Kein Worker des Dask-Clusters hat noch {size:.1f} GB Speicher für {tile}; {tiles} Kachel(n) brauchen {needed:.1f} GB, und {share:.0%} des Speichers eines Workers dürfen belegt sein, wofür auch immer. Starten Sie mehr Worker oder behalten Sie weniger Bänder.</translation>
    </message>
    <message>
        <source>The file has NEON&apos;s format from before 2017; its reflectance is read, but not its ancillary layers and logs.</source>
        <translation>Die Datei hat das NEON-Format von vor 2017; ihre Reflexionsgrade werden gelesen, nicht aber ihre Zusatzlayer und Protokolle.</translation>
    </message>
    <message>
        <source>Asking NEON</source>
        <translation>NEON wird gefragt</translation>
    </message>
    <message>
        <source>Drawing the tiles</source>
        <translation>Kacheln werden gezeichnet</translation>
    </message>
    <message>
        <source>{} (selected polygons)</source>
        <translation>{} (gewählte Polygone)</translation>
    </message>
    <message>
        <source>Checking the files that are there</source>
        <translation>Vorhandene Dateien werden geprüft</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>{name}: going on after {size}</source>
        <translation>{name}: geht nach {size} weiter</translation>
    </message>
    <message>
        <source>{name} has {found} bytes on the server, but {size} in NEON&apos;s list; it may just be replaced: run again later.</source>
        <translation>{name} hat auf dem Server {found} Bytes, in der Liste von NEON aber {size}; vielleicht wird die Datei gerade ersetzt: starten Sie später neu.</translation>
    </message>
    <message>
        <source>Gives each pixel the class whose centre is nearest, so that a new map joins an earlier one: class n means the same in both. Centres do not change. The bands of the centres are found in the image by wavelength. The same table and choice of colours give the same colours.
Tiles, or one raster: give one of the two. Tiles are read one after the other, so that a whole site needs the memory of one tile. Pixels without data stay without class.
K-means writes the classes that pixels had before the centres moved for the last time, so the map of a run that had not finished (pixels moved in the last iteration) may differ a little from the one that its centres give; otherwise both are the same.
It does not suit images of another kind than the one that the centres come from, such as raw counts instead of reflectance, or another season: every pixel gets a class, however far its centre is.</source>
        <translation>Gibt jedem Pixel die Klasse mit dem nächstgelegenen Zentrum, sodass eine neue Karte an eine frühere anschließt: Klasse n bedeutet in beiden dasselbe. Die Zentren ändern sich nicht. Die Kanäle der Zentren werden im Bild anhand der Wellenlänge gefunden. Dieselbe Tabelle und dieselbe Wahl der Farben ergeben dieselben Farben.
Entweder Kacheln oder ein Raster angeben. Kacheln werden nacheinander gelesen, sodass ein ganzes Gebiet nur den Speicher einer Kachel braucht. Pixel ohne Daten bleiben ohne Klasse.
K-Means schreibt die Klassen, welche die Pixel vor der letzten Verschiebung der Zentren hatten. Die Karte eines Laufs, der nicht zu Ende gekommen war (in der letzten Iteration wechselten noch Pixel), kann daher etwas von der abweichen, die sich aus seinen Zentren ergibt; sonst sind beide gleich.
Nicht geeignet für Bilder anderer Art als jenes, aus dem die Zentren stammen, etwa Rohwerte statt Reflexionsgrad oder eine andere Jahreszeit: Jedes Pixel erhält eine Klasse, so weit ihr Zentrum auch entfernt ist.</translation>
    </message>
    <message>
        <source>bands</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>subset</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>See how classes change with the number of clusters, with fewer bands, and with components.</source>
        <translation>Zeigen, wie sich Klassen mit der Anzahl der Cluster, mit weniger Kanälen und mit Komponenten ändern.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster with several bands, such as cleaned reflectance of all good bands.</source>
        <translation>Anstelle von Kacheln ein Raster mit mehreren Kanälen, zum Beispiel bereinigter Reflexionsgrad aller guten Kanäle.</translation>
    </message>
    <message>
        <source>Numbers of clusters</source>
        <translation>Clusterzahlen</translation>
    </message>
    <message>
        <source>How many classes to look for, separated by commas.</source>
        <translation>Wie viele Klassen gesucht werden, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Bands and principal components</source>
        <translation>Kanäle und Hauptkomponenten</translation>
    </message>
    <message>
        <source>Agreement of similar results (%)</source>
        <translation>Übereinstimmung ähnlicher Ergebnisse (%)</translation>
    </message>
    <message>
        <source>Results are called similar when at least this share of the pixels has the class of the reference.</source>
        <translation>Ergebnisse heißen ähnlich, wenn mindestens dieser Anteil der Pixel die Klasse der Referenz hat.</translation>
    </message>
    <message>
        <source>0 chooses well-separated pixels at random, repeatably. 1 starts as NEON&apos;s tutorial with SPy does.</source>
        <translation>0 wählt weit auseinanderliegende Pixel zufällig, aber wiederholbar. 1 beginnt wie NEONs Tutorial mit SPy.</translation>
    </message>
    <message>
        <source>Table of combinations</source>
        <translation>Tabelle der Kombinationen</translation>
    </message>
    <message>
        <source>A row for each combination, without times.</source>
        <translation>Eine Zeile je Kombination, ohne Zeiten.</translation>
    </message>
    <message>
        <source>Largest n with similar results</source>
        <translation>Größtes n mit ähnlichen Ergebnissen</translation>
    </message>
    <message>
        <source>Combinations</source>
        <translation>Kombinationen</translation>
    </message>
    <message>
        <source>Reading pixels</source>
        <translation>Pixel werden gelesen</translation>
    </message>
    <message>
        <source>accuracy assessment</source>
        <translation>Genauigkeitsprüfung</translation>
    </message>
    <message>
        <source>confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>error matrix</source>
        <translation>Fehlermatrix</translation>
    </message>
    <message>
        <source>cross table</source>
        <translation>Kreuztabelle</translation>
    </message>
    <message>
        <source>kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>rand</source>
        <translation>Rand-Index</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Veränderung</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>ground truth</source>
        <translation>Bodenreferenz</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Compare classifications</source>
        <translation>Klassifikationen vergleichen</translation>
    </message>
    <message>
        <source>Compare two class maps, or a class map and reference points or polygons.</source>
        <translation>Zwei Klassenkarten oder eine Klassenkarte und Referenzpunkte oder -polygone vergleichen.</translation>
    </message>
    <message>
        <source>First map</source>
        <translation>Erste Karte</translation>
    </message>
    <message>
        <source>A class raster of this plugin or any other program, with whole numbers for classes in its first band.</source>
        <translation>Ein Klassenraster dieser Erweiterung oder eines anderen Programms, mit ganzen Zahlen als Klassen im ersten Kanal.</translation>
    </message>
    <message>
        <source>Match classes</source>
        <translation>Klassen zuordnen</translation>
    </message>
    <message>
        <source>By overlap</source>
        <translation>Nach Überlappung</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Nach Nummer</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>The raster to write (GeoTIFF), on the grid of the first map: a number for each pair of classes that occurs, named after both. Pairs that correspond are grey, others have the colour of the class in the second map; 0 is no data. The attribute table has both classes and the area of each pair.</source>
        <translation>Das zu schreibende Raster (GeoTIFF), im Gitter der ersten Karte: eine Nummer für jedes vorkommende Klassenpaar, nach beiden benannt. Einander entsprechende Paare sind grau, andere haben die Farbe der Klasse in der zweiten Karte; 0 steht für fehlende Daten. Die Attributtabelle enthält beide Klassen und die Fläche jedes Paars.</translation>
    </message>
    <message>
        <source>Cross table</source>
        <translation>Kreuztabelle</translation>
    </message>
    <message>
        <source>A table with a row for each class of the first map: its pixels and area, the class that corresponds to it, precision, recall and F1, and its pixels in each class of the second map.</source>
        <translation>Eine Tabelle mit einer Zeile für jede Klasse der ersten Karte: ihre Pixel und ihre Fläche, die ihr entsprechende Klasse, Präzision, Trefferquote und F1 sowie ihre Pixel in jeder Klasse der zweiten Karte.</translation>
    </message>
    <message>
        <source>Overall agreement (0 to 1)</source>
        <translation>Gesamtübereinstimmung (0 bis 1)</translation>
    </message>
    <message>
        <source>Adjusted Rand index</source>
        <translation>Adjustierter Rand-Index</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Cohens Kappa</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Karten werden verglichen</translation>
    </message>
    <message>
        <source>Writing the agreement</source>
        <translation>Übereinstimmung wird geschrieben</translation>
    </message>
    <message>
        <source>Agreement of {} and {}</source>
        <translation>Übereinstimmung von {} und {}</translation>
    </message>
    <message>
        <source>reclassify</source>
        <translation>reklassifizieren</translation>
    </message>
    <message>
        <source>recode</source>
        <translation>umkodieren</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>umbenennen</translation>
    </message>
    <message>
        <source>relabel</source>
        <translation>neu beschriften</translation>
    </message>
    <message>
        <source>combine</source>
        <translation>kombinieren</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>aggregieren</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>sieve</source>
        <translation>sieben</translation>
    </message>
    <message>
        <source>majority</source>
        <translation>Mehrheit</translation>
    </message>
    <message>
        <source>generalise</source>
        <translation>generalisieren</translation>
    </message>
    <message>
        <source>salt and pepper</source>
        <translation>Salz und Pfeffer</translation>
    </message>
    <message>
        <source>Merge classes</source>
        <translation>Klassen zusammenfassen</translation>
    </message>
    <message>
        <source>Merge, rename and recolour classes, and remove small patches.</source>
        <translation>Klassen zusammenfassen, umbenennen und umfärben sowie kleine Flecken entfernen.</translation>
    </message>
    <message>
        <source>A class raster of this plugin or any other program, with whole numbers in its first band.</source>
        <translation>Ein Klassenraster dieser Erweiterung oder eines anderen Programms, mit ganzen Zahlen im ersten Kanal.</translation>
    </message>
    <message>
        <source>Classes to merge or rename</source>
        <translation>Zusammenzufassende oder umzubenennende Klassen</translation>
    </message>
    <message>
        <source>Table of classes to merge</source>
        <translation>Tabelle der zusammenzufassenden Klassen</translation>
    </message>
    <message>
        <source>In place of text, a table with the column class, and one or more of new class, name and colour (#1b7837). Rows with the same new class, or the same name, become one class.</source>
        <translation>Anstelle von Text eine Tabelle mit der Spalte class und einer oder mehreren der Spalten new class, name und colour (#1b7837). Zeilen mit derselben neuen Klasse oder demselben Namen werden eine Klasse.</translation>
    </message>
    <message>
        <source>Smallest patch (pixels)</source>
        <translation>Kleinster Fleck (Pixel)</translation>
    </message>
    <message>
        <source>Patches include diagonal neighbours</source>
        <translation>Flecken schließen diagonale Nachbarn ein</translation>
    </message>
    <message>
        <source>Whether pixels that touch at a corner only belong to the same patch.</source>
        <translation>Ob Pixel, die sich nur an einer Ecke berühren, zum selben Fleck gehören.</translation>
    </message>
    <message>
        <source>The table of centres of the run that made the classes, to be merged as well.</source>
        <translation>Die Tabelle der Zentren des Laufs, der die Klassen erzeugt hat, um sie ebenfalls zusammenzufassen.</translation>
    </message>
    <message>
        <source>Merged classes</source>
        <translation>Zusammengefasste Klassen</translation>
    </message>
    <message>
        <source>Merged centres</source>
        <translation>Zusammengefasste Zentren</translation>
    </message>
    <message>
        <source>The table of merged centres to write, with the pixels and areas of the classes before small patches were removed. It needs the cluster centres.</source>
        <translation>Die zu schreibende Tabelle der zusammengefassten Zentren, mit den Pixeln und Flächen der Klassen, wie sie vor dem Entfernen kleiner Flecken waren. Sie braucht die Clusterzentren.</translation>
    </message>
    <message>
        <source>There is nothing to do: give {merge}, {table}, or a {sieve} of at least 2.</source>
        <translation>Es gibt nichts zu tun: {merge}, {table} oder mindestens 2 bei {sieve} angeben.</translation>
    </message>
    <message>
        <source>{merged} cannot be written without {centres}; choose the table of the run.</source>
        <translation>{merged} kann ohne {centres} nicht geschrieben werden; die Tabelle des Laufs auswählen.</translation>
    </message>
    <message>
        <source>Reading classes</source>
        <translation>Klassen werden gelesen</translation>
    </message>
    <message>
        <source>Merging classes</source>
        <translation>Klassen werden zusammengefasst</translation>
    </message>
    <message>
        <source>Merged, {} classes - {}</source>
        <translation>Zusammengefasst, {} Klassen - {}</translation>
    </message>
    <message>
        <source>Largest distance to the centre of the class</source>
        <translation>Größter Abstand zum Zentrum der Klasse</translation>
    </message>
    <message>
        <source>Unit of the largest distance</source>
        <translation>Einheit des größten Abstands</translation>
    </message>
    <message>
        <source>Standard deviations of the class</source>
        <translation>Standardabweichungen der Klasse</translation>
    </message>
    <message>
        <source>Distance to the centre</source>
        <translation>Abstand zum Zentrum</translation>
    </message>
    <message>
        <source>How far each pixel is from the centre of its class, in reflectance (GeoTIFF, Float32): large where no class fits.</source>
        <translation>Wie weit jedes Pixel vom Zentrum seiner Klasse entfernt ist, als Reflexionsgrad (GeoTIFF, Float32): groß, wo keine Klasse passt.</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Vorsprung</translation>
    </message>
    <message>
        <source>Second class</source>
        <translation>Zweite Klasse</translation>
    </message>
    <message>
        <source>Which class comes second, a class raster (GeoTIFF) with the same numbers and colours.</source>
        <translation>Welche Klasse an zweiter Stelle kommt, ein Klassenraster (GeoTIFF) mit denselben Nummern und Farben.</translation>
    </message>
    <message>
        <source>Unclassified pixels</source>
        <translation>Nicht klassifizierte Pixel</translation>
    </message>
    <message>
        <source>Second class - {}</source>
        <translation>Zweite Klasse - {}</translation>
    </message>
    <message>
        <source>Margin - {}</source>
        <translation>Vorsprung - {}</translation>
    </message>
    <message>
        <source>Distance to the centre - {}</source>
        <translation>Abstand zum Zentrum - {}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>By meaning</source>
        <translation>Nach Bedeutung</translation>
    </message>
    <message>
        <source>Fixed, by number</source>
        <translation>Fest, nach Nummer</translation>
    </message>
    <message>
        <source>Class spectrum (true colour)</source>
        <translation>Spektrum der Klasse (Echtfarben)</translation>
    </message>
    <message>
        <source>0 chooses colours by what the spectra may show: greens for vegetation, blues for water and shadow, browns for bare ground and buildings, white for snow, pinks for what is not known. Colour-blind readers can tell up to 12 apart. 1 gives each class number always the same colour. 2 gives each class the colour that an eye would see. Where the bands do not allow 0 or 2, the fixed ones are used.</source>
        <translation>0 wählt die Farben nach dem, was die Spektren zeigen könnten: Grüntöne für Vegetation, Blautöne für Wasser und Schatten, Brauntöne für offenen Boden und Gebäude, Weiß für Schnee, Rosatöne für das, was nicht bekannt ist. Farbfehlsichtige können bis zu 12 unterscheiden. 1 gibt jeder Klassennummer immer dieselbe Farbe. 2 gibt jeder Klasse die Farbe, die ein Auge sehen würde. Wo die Kanäle 0 oder 2 nicht zulassen, werden die festen verwendet.</translation>
    </message>
    <message>
        <source>Second map</source>
        <translation>Zweite Karte</translation>
    </message>
    <message>
        <source>A class raster of the same ground. Its grid and coordinate reference system may differ: each pixel of the first map is compared with the pixel that its centre lies in.</source>
        <translation>Ein Klassenraster desselben Gebiets. Gitter und Koordinatenbezugssystem dürfen abweichen: Jedes Pixel der ersten Karte wird mit dem Pixel verglichen, in dem sein Mittelpunkt liegt.</translation>
    </message>
    <message>
        <source>Reference points or polygons</source>
        <translation>Referenzpunkte oder -polygone</translation>
    </message>
    <message>
        <source>In place of a second map, points or polygons whose class is known, in any coordinate reference system: a point stands for the pixel that it lies in, a polygon for those whose centre lies in it.</source>
        <translation>Anstelle einer zweiten Karte Punkte oder Polygone, deren Klasse bekannt ist, in einem beliebigen Koordinatenbezugssystem: Ein Punkt steht für das Pixel, in dem er liegt, ein Polygon für diejenigen, deren Mittelpunkt in ihm liegt.</translation>
    </message>
    <message>
        <source>Field of classes</source>
        <translation>Feld der Klassen</translation>
    </message>
    <message>
        <source>Of the reference points or polygons: the field of their classes, whole numbers or text. Features whose field is empty are left out.</source>
        <translation>Bei Referenzpunkten oder -polygonen: das Feld mit ihren Klassen, ganze Zahlen oder Text. Objekte, deren Feld leer ist, werden ausgelassen.</translation>
    </message>
    <message>
        <source>{parameter} cannot be opened; choose another layer.</source>
        <translation>{parameter} kann nicht geöffnet werden; einen anderen Layer auswählen.</translation>
    </message>
    <message>
        <source>{parameter} is {value}; of {layer}, it must be one of {fields}.</source>
        <translation>{parameter} ist {value}; bei {layer} ist nötig eines von {fields}.</translation>
    </message>
    <message>
        <source>of the type {type}</source>
        <translation>vom Typ {type}</translation>
    </message>
    <message>
        <source>number of clusters</source>
        <translation>Anzahl der Cluster</translation>
    </message>
    <message>
        <source>number of classes</source>
        <translation>Anzahl der Klassen</translation>
    </message>
    <message>
        <source>elbow</source>
        <translation>Ellenbogen</translation>
    </message>
    <message>
        <source>silhouette</source>
        <translation>Silhouette</translation>
    </message>
    <message>
        <source>gap statistic</source>
        <translation>Gap-Statistik</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>Stabilität</translation>
    </message>
    <message>
        <source>optimal k</source>
        <translation>optimales k</translation>
    </message>
    <message>
        <source>Suggest number of clusters</source>
        <translation>Clusterzahl vorschlagen</translation>
    </message>
    <message>
        <source>Find out how many classes k-means should look for in tiles or a raster.</source>
        <translation>Herausfinden, wie viele Klassen k-Means in Kacheln oder einem Raster suchen soll.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster to be clustered, such as cleaned reflectance. All its bands count.</source>
        <translation>Anstelle von Kacheln ein Raster, das geclustert werden soll, zum Beispiel bereinigter Reflexionsgrad. Alle seine Kanäle zählen.</translation>
    </message>
    <message>
        <source>Smallest number of classes</source>
        <translation>Kleinste Anzahl der Klassen</translation>
    </message>
    <message>
        <source>The first number of classes to try.</source>
        <translation>Die erste Klassenzahl, die erprobt wird.</translation>
    </message>
    <message>
        <source>Largest number of classes</source>
        <translation>Größte Anzahl der Klassen</translation>
    </message>
    <message>
        <source>The last number of classes to try. With more than 12, colours can no longer be told apart.</source>
        <translation>Die letzte Klassenzahl, die erprobt wird. Bei mehr als 12 sind die Farben nicht mehr zu unterscheiden.</translation>
    </message>
    <message>
        <source>Pixels of the sample</source>
        <translation>Pixel der Stichprobe</translation>
    </message>
    <message>
        <source>How many pixels are clustered, drawn at random from those that are read. More take longer.</source>
        <translation>Wie viele Pixel geclustert werden, zufällig aus den gelesenen gezogen. Mehr dauern länger.</translation>
    </message>
    <message>
        <source>The same seed gives the same result; another draws another sample.</source>
        <translation>Derselbe Startwert ergibt dasselbe Ergebnis; ein anderer zieht eine andere Stichprobe.</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Maße</translation>
    </message>
    <message>
        <source>A table of the measures, a row for each number of classes.</source>
        <translation>Eine Tabelle der Maße, eine Zeile für jede Klassenzahl.</translation>
    </message>
    <message>
        <source>Suggested number of classes</source>
        <translation>Vorgeschlagene Anzahl der Klassen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Trying numbers of classes</source>
        <translation>Klassenzahlen werden erprobt</translation>
    </message>
    <message>
        <source>unclassified</source>
        <translation>nicht klassifiziert</translation>
    </message>
    <message>
        <source>There are {count} classes; a class raster holds {most} at most.</source>
        <translation>Es sind {count} Klassen; ein Klassenraster fasst höchstens {most}.</translation>
    </message>
    <message>
        <source>dimension &quot;{name}&quot;</source>
        <translation>Dimension „{name}“</translation>
    </message>
    <message>
        <source>the list &quot;{name}&quot; has as many entries</source>
        <translation>die Liste „{name}“ hat ebenso viele Einträge</translation>
    </message>
    <message>
        <source>GDAL opens {source} with {bands} bands of {rows} rows and {columns} columns, and the file does not tell which of these numbers is that of the bands. If it is another one, put the bands first, for instance with gdalmdimtranslate -array name=...,transpose=[2,0,1], and use that raster.</source>
        <translation>GDAL öffnet {source} mit {bands} Kanälen zu {rows} Zeilen und {columns} Spalten, und die Datei gibt nicht an, welche dieser Zahlen die der Kanäle ist. Ist es eine andere, die Kanäle an die erste Stelle setzen, zum Beispiel mit gdalmdimtranslate -array name=...,transpose=[2,0,1], und jenes Raster verwenden.</translation>
    </message>
    <message>
        <source>GDAL opens {source} sideways, with {bands} bands of {rows} rows and {columns} columns, of which the {count} {axis} are the bands ({reason}). Put the bands first, for instance with gdalmdimtranslate -array name=...,transpose={order}, and use that raster.</source>
        <translation>GDAL öffnet {source} verdreht, mit {bands} Kanälen zu {rows} Zeilen und {columns} Spalten, wobei die {count} {axis} die Kanäle sind ({reason}). Die Kanäle an die erste Stelle setzen, zum Beispiel mit gdalmdimtranslate -array name=...,transpose={order}, und jenes Raster verwenden.</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>{parameter}: {path} would replace {beside}, which belongs beside it and is {other}; choose another name.</source>
        <translation>{parameter}: {path} würde {beside} ersetzen, das dazugehört und {other} ist; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{name} has no valid pixel: a pixel is used when every band has data there, and no pixel has data in all of them. Bands that lack data, and in how many of the pixels with data: {bands}. {advice}</source>
        <translation>{name} hat kein gültiges Pixel: Ein Pixel wird verwendet, wenn dort jeder Kanal Daten hat, und kein Pixel hat in allen Kanälen Daten. Kanäle, denen Daten fehlen, und bei wie vielen der Pixel mit Daten: {bands}. {advice}</translation>
    </message>
    <message>
        <source>{name}: {share:.1%} of the pixels with data are used, because a pixel is used when every band has data there. Bands that lack data, and in how many of the pixels with data: {bands}. {advice}</source>
        <translation>{name}: {share:.1%} der Pixel mit Daten werden verwendet, weil ein Pixel verwendet wird, wenn dort jeder Kanal Daten hat. Kanäle, denen Daten fehlen, und bei wie vielen der Pixel mit Daten: {bands}. {advice}</translation>
    </message>
    <message>
        <source>All of these bands are needed; use an image in which they have data.</source>
        <translation>Alle diese Kanäle werden gebraucht; ein Bild verwenden, in dem sie Daten haben.</translation>
    </message>
    <message>
        <source>To use more pixels, leave these bands out: of tiles by the windows to remove, of a raster with gdal_translate -b or with bbl = 0 in its header.</source>
        <translation>Um mehr Pixel zu verwenden, diese Kanäle weglassen: bei Kacheln durch die zu entfernenden Fenster, bei einem Raster mit gdal_translate -b oder mit bbl = 0 in dessen Header.</translation>
    </message>
    <message>
        <source>{name} holds the value {value}, which is no class number; choose a class raster, such as K-means writes.</source>
        <translation>{name} enthält den Wert {value}, der keine Klassennummer ist; ein Klassenraster auswählen, wie K-Means es schreibt.</translation>
    </message>
    <message>
        <source>{name} has more than {most} different values, so it holds no classes; choose a class raster, such as K-means writes.</source>
        <translation>{name} hat mehr als {most} verschiedene Werte und enthält daher keine Klassen; ein Klassenraster auswählen, wie K-Means es schreibt.</translation>
    </message>
    <message>
        <source>The mask {name}</source>
        <translation>Die Maske {name}</translation>
    </message>
    <message>
        <source>{layer} has no coordinate reference system; that of the image is assumed.</source>
        <translation>{layer} hat kein Koordinatenbezugssystem; das des Bildes wird angenommen.</translation>
    </message>
    <message>
        <source>{layer} has a coordinate reference system and the image has none; the same is assumed for it.</source>
        <translation>{layer} hat ein Koordinatenbezugssystem und das Bild keines; für das Bild wird dasselbe angenommen.</translation>
    </message>
    <message>
        <source>{layer} cannot be projected to the coordinate reference system of the image ({reason}); cut it to the surroundings of the image, or save it in that system.</source>
        <translation>{layer} kann nicht in das Koordinatenbezugssystem des Bildes projiziert werden ({reason}); den Layer auf die Umgebung des Bildes zuschneiden oder in jenem System speichern.</translation>
    </message>
    <message>
        <source>{layer} does not say where it lies; choose a raster with georeference.</source>
        <translation>{layer} gibt keine Lage an; ein Raster mit Georeferenz auswählen.</translation>
    </message>
    <message>
        <source>{layer} cannot be laid over the image ({reason}); choose another raster.</source>
        <translation>{layer} kann nicht über das Bild gelegt werden ({reason}); ein anderes Raster auswählen.</translation>
    </message>
    <message>
        <source>{layer} cannot be read ({reason}); choose another raster.</source>
        <translation>{layer} kann nicht gelesen werden ({reason}); ein anderes Raster auswählen.</translation>
    </message>
    <message>
        <source>{layer} cannot be laid over the image ({reason}); choose another one.</source>
        <translation>{layer} kann nicht über das Bild gelegt werden ({reason}); einen anderen Layer auswählen.</translation>
    </message>
    <message>
        <source>{name} holds no point or polygon with a class in the field {field}; choose another layer or field.</source>
        <translation>{name} enthält keinen Punkt und kein Polygon mit einer Klasse im Feld {field}; einen anderen Layer oder ein anderes Feld auswählen.</translation>
    </message>
    <message numerus="yes">
        <source>{count} features of {name} have no geometry or no class and are left out.</source>
        <translation>
            <numerusform>{count} Objekt von {name} hat keine Geometrie oder keine Klasse und wird ausgelassen.</numerusform>
            <numerusform>{count} Objekte von {name} haben keine Geometrie oder keine Klasse und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The field {field} of {name} holds {value}, which is no class; choose a field of whole numbers or of text.</source>
        <translation>Das Feld {field} von {name} enthält {value}, was keine Klasse ist; ein Feld mit ganzen Zahlen oder mit Text auswählen.</translation>
    </message>
    <message>
        <source>{name} has no valid pixel; choose another raster, or correct its no data value.</source>
        <translation>{name} hat kein gültiges Pixel; ein anderes Raster auswählen oder den Leerwert berichtigen.</translation>
    </message>
    <message>
        <source>{second} has no class anywhere in {first}: it lies elsewhere, or has no valid pixel; choose maps of the same ground.</source>
        <translation>{second} hat in {first} nirgends eine Klasse, liegt also anderswo oder hat kein gültiges Pixel; Karten desselben Gebiets auswählen.</translation>
    </message>
    <message>
        <source>No pixel has a class in both {first} and {second}; choose maps that overlap where they have data.</source>
        <translation>Kein Pixel hat sowohl in {first} als auch in {second} eine Klasse; Karten auswählen, die sich dort überlappen, wo sie Daten haben.</translation>
    </message>
    <message>
        <source>No class of {first} has the number or name of one of {second}, so nothing agrees: {first} has {ours}; {second} has {theirs}.</source>
        <translation>Keine Klasse von {first} hat die Nummer oder den Namen einer Klasse von {second}, daher stimmt nichts überein: {first} hat {ours}; {second} hat {theirs}.</translation>
    </message>
    <message>
        <source>{map} calls both class {one} and class {other} “{name}”, so that names do not tell which classes correspond; merge these classes first, or match classes by overlap.</source>
        <translation>{map} nennt sowohl Klasse {one} als auch Klasse {other} „{name}“, sodass die Namen nicht angeben, welche Klassen einander entsprechen; diese Klassen zuerst zusammenfassen oder Klassen nach Überlappung zuordnen.</translation>
    </message>
    <message>
        <source>other differences</source>
        <translation>andere Unterschiede</translation>
    </message>
    <message>
        <source>{one} → {other}</source>
        <translation>{one} → {other}</translation>
    </message>
    <message>
        <source>same: {one}</source>
        <translation>gleich: {one}</translation>
    </message>
    <message>
        <source>same: {one} = {other}</source>
        <translation>gleich: {one} = {other}</translation>
    </message>
    <message>
        <source>Largest distance is {value:g}; it must be 0 or more.</source>
        <translation>„Größter Abstand zum Zentrum der Klasse“ ist {value:g}; nötig ist 0 oder mehr.</translation>
    </message>
    <message>
        <source>The distances of {name} are too large for Float32, so the image or the centres hold numbers that are no reflectance; check both.</source>
        <translation>Die Abstände von {name} sind zu groß für Float32; also enthält das Bild oder enthalten die Zentren Zahlen, die keine Reflexionsgrade sind; beide prüfen.</translation>
    </message>
    <message numerus="yes">
        <source>{count} pixels ({share:.2%}) are farther from the centre of their class than allowed and are unclassified.</source>
        <translation>
            <numerusform>{count} Pixel ({share:.2%}) ist weiter vom Zentrum seiner Klasse entfernt als erlaubt und gilt als nicht klassifiziert.</numerusform>
            <numerusform>{count} Pixel ({share:.2%}) sind weiter vom Zentrum ihrer Klasse entfernt als erlaubt und gelten als nicht klassifiziert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Margin to the second class</source>
        <translation>Vorsprung vor der zweiten Klasse</translation>
    </message>
    <message>
        <source>The numbers of classes to try are {smallest} to {largest}; the smallest must be at least 2, and the largest from there to {most}.</source>
        <translation>Die zu erprobenden Klassenzahlen reichen von {smallest} bis {largest}; die kleinste muss mindestens 2 sein und die größte zwischen der kleinsten und {most} liegen.</translation>
    </message>
    <message numerus="yes">
        <source>{name} has {count} different valid pixels, too few for {classes} classes; try smaller numbers.</source>
        <translation>
            <numerusform>{name} hat {count} verschiedenes gültiges Pixel, zu wenig für {classes} Klassen; kleinere Anzahlen erproben.</numerusform>
            <numerusform>{name} hat {count} verschiedene gültige Pixel, zu wenige für {classes} Klassen; kleinere Anzahlen erproben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pixels show no clusters: with {classes} classes, the number that the gap alone would choose, their silhouette exceeds that of a single normal distribution by {gain}, less than {least}. K-means then cuts one continuous cloud into pieces; how many is a free choice.</source>
        <translation>Die Pixel zeigen keine Cluster: Mit {classes} Klassen, der Anzahl, die der Gap-Wert allein wählen würde, übertrifft ihre Silhouette die einer einzelnen Normalverteilung um {gain}, weniger als {least}. K-Means zerschneidet dann eine zusammenhängende Wolke; in wie viele Teile, steht frei.</translation>
    </message>
    <message>
        <source>The gap is largest at {classes} classes, the largest number that was tried: there may be finer classes.</source>
        <translation>Der Gap-Wert ist bei {classes} Klassen am größten, der größten erprobten Anzahl: Vielleicht gibt es feinere Klassen.</translation>
    </message>
    <message>
        <source>The rules disagree: the gap to a single normal distribution rises up to {first} classes and stops there, but is largest at {top}. As no number from {first} to {top} gives classes that stay the same when half of the pixels are clustered, the first counts: {classes}.</source>
        <translation>Die Regeln widersprechen sich: Der Gap-Wert gegenüber einer einzelnen Normalverteilung steigt bis {first} Klassen und dann nicht mehr, ist aber bei {top} am größten. Da keine Anzahl von {first} bis {top} Klassen ergibt, die gleich bleiben, wenn die Hälfte der Pixel geclustert wird, zählt die erste: {classes}.</translation>
    </message>
    <message>
        <source>The rules disagree: the gap to a single normal distribution rises up to {first} classes and stops there, but is largest at {top}. From {first} to {top}, {classes} is the largest number whose classes stay the same when half of the pixels are clustered (stability {stability}).</source>
        <translation>Die Regeln widersprechen sich: Der Gap-Wert gegenüber einer einzelnen Normalverteilung steigt bis {first} Klassen und dann nicht mehr, ist aber bei {top} am größten. Von {first} bis {top} ist {classes} die größte Anzahl, deren Klassen gleich bleiben, wenn die Hälfte der Pixel geclustert wird (Stabilität {stability}).</translation>
    </message>
    <message>
        <source>Other rules, which are right less often, choose: largest silhouette {silhouette}, largest Calinski-Harabasz index {calinski_harabasz}, smallest Davies-Bouldin index {davies_bouldin}, elbow of the squared error {elbow}.</source>
        <translation>Andere Regeln, die seltener recht haben, wählen: größte Silhouette {silhouette}, größter Calinski-Harabasz-Index {calinski_harabasz}, kleinster Davies-Bouldin-Index {davies_bouldin}, Ellenbogen der quadrierten Abweichung {elbow}.</translation>
    </message>
    <message>
        <source>The classes to merge cannot be understood from “{text}” on; write classes, = and a name, such as {example}.</source>
        <translation>Die zusammenzufassenden Klassen sind ab „{text}“ nicht zu verstehen; Klassen, = und einen Namen schreiben, zum Beispiel {example}.</translation>
    </message>
    <message>
        <source>{path} is no table of classes to merge: it must have the column class and one or more of new class, name and colour, and no others.</source>
        <translation>{path} ist keine Tabelle zusammenzufassender Klassen: Nötig sind die Spalte class und eine oder mehrere der Spalten new class, name und colour, und keine anderen.</translation>
    </message>
    <message>
        <source>{path}, row {row}: {problem}</source>
        <translation>{path}, Zeile {row}: {problem}</translation>
    </message>
    <message>
        <source>Class {number} occurs more than once on the left of the classes to merge; name it once.</source>
        <translation>Klasse {number} kommt auf der linken Seite der zusammenzufassenden Klassen mehr als einmal vor; sie nur einmal nennen.</translation>
    </message>
    <message>
        <source>Class {number} would get two names or colours, {one} and {other}; give it one.</source>
        <translation>Klasse {number} bekäme zwei Namen oder Farben, {one} und {other}; ihr nur einen Namen oder eine Farbe geben.</translation>
    </message>
    <message>
        <source>Class {number} cannot be in the result, whose classes go from 1 to {most}, as 0 stands for no data; give it another number, such as {example}.</source>
        <translation>Klasse {number} kann im Ergebnis nicht vorkommen, dessen Klassen von 1 bis {most} reichen, da 0 für fehlende Daten steht; ihr eine andere Nummer geben, zum Beispiel {example}.</translation>
    </message>
    <message>
        <source>Small patches cannot be removed ({reason}).</source>
        <translation>Kleine Flecken können nicht entfernt werden ({reason}).</translation>
    </message>
    <message>
        <source>{name}: &quot;{item}&quot; is not a whole number from 1 to {most}; write for instance &quot;3, 5, 10&quot;.</source>
        <translation>{name}: „{item}“ ist keine ganze Zahl von 1 bis {most}; zum Beispiel „3, 5, 10“ schreiben.</translation>
    </message>
    <message>
        <source>{name} is empty; write numbers such as &quot;3, 5, 10&quot;.</source>
        <translation>{name} ist leer; Zahlen wie „3, 5, 10“ schreiben.</translation>
    </message>
    <message>
        <source>Margin to the second class (reflectance)</source>
        <translation>Vorsprung vor der zweiten Klasse (Reflexionsgrad)</translation>
    </message>
    <message>
        <source>Distance to the centre of the class (reflectance)</source>
        <translation>Abstand zum Zentrum der Klasse (Reflexionsgrad)</translation>
    </message>
    <message>
        <source>How sure the classes are</source>
        <translation>Wie sicher die Klassen sind</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Mean margin</source>
        <translation>Mittlerer Vorsprung</translation>
    </message>
    <message>
        <source>Most often second</source>
        <translation>Häufigste zweite Klasse</translation>
    </message>
    <message>
        <source>Largest distance</source>
        <translation>Größter Abstand</translation>
    </message>
    <message>
        <source>Certainty of the classes</source>
        <translation>Sicherheit der Klassen</translation>
    </message>
    <message>
        <source>{number} ({share} % of the pixels)</source>
        <translation>{number} ({share} % der Pixel)</translation>
    </message>
    <message>
        <source>Pixels compared</source>
        <translation>Verglichene Pixel</translation>
    </message>
    <message>
        <source>With a class in the first map only</source>
        <translation>Nur in der ersten Karte mit Klasse</translation>
    </message>
    <message>
        <source>With a class in the second map only</source>
        <translation>Nur in der zweiten Karte mit Klasse</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} und {second}</translation>
    </message>
    <message>
        <source>{share} % of {pixels} agree</source>
        <translation>Übereinstimmung {share} % ({pixels})</translation>
    </message>
    <message>
        <source>{agreeing}; adjusted Rand index {rand}, kappa {kappa}.</source>
        <translation>{agreeing}; adjustierter Rand-Index {rand}, Kappa {kappa}.</translation>
    </message>
    <message>
        <source>corresponding classes</source>
        <translation>einander entsprechende Klassen</translation>
    </message>
    <message>
        <source>Where they differ, in the colours of {second}</source>
        <translation>Wo sie sich unterscheiden, in den Farben von {second}</translation>
    </message>
    <message>
        <source>Corresponding classes have the same colour.</source>
        <translation>Einander entsprechende Klassen haben dieselbe Farbe.</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>On the left the classes of {first}, on the right those of {second}, with their shares of the pixels that were compared; the bands between them are the pixels that they have in common.</source>
        <translation>Links die Klassen von {first}, rechts die von {second}, mit ihren Anteilen an den verglichenen Pixeln; die Bänder dazwischen sind die Pixel, die sie gemeinsam haben.</translation>
    </message>
    <message>
        <source>Which class became which</source>
        <translation>Welche Klasse zu welcher wurde</translation>
    </message>
    <message>
        <source>Corresponds to</source>
        <translation>Entspricht</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Precision is the share of the pixels of a class in {first} that have the corresponding class in {second}; recall is the share of those in {second} that have it in {first}; F1 is the harmonic mean of both. Where {second} is the truth, precision is the user&apos;s and recall the producer&apos;s accuracy.</source>
        <translation>Die Präzision ist der Anteil der Pixel einer Klasse in {first}, welche die entsprechende Klasse in {second} haben; die Trefferquote (Recall) ist der Anteil derer in {second}, die sie in {first} haben; F1 ist das harmonische Mittel von beiden. Wo {second} die Wahrheit ist, ist die Präzision die Nutzergenauigkeit und die Trefferquote die Produzentengenauigkeit.</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <source>Overall agreement</source>
        <translation>Gesamtübereinstimmung</translation>
    </message>
    <message>
        <source>Measures of the classes</source>
        <translation>Maße der Klassen</translation>
    </message>
    <message>
        <source>There are too many classes to show them here; the table that the run can write (CSV) has them all.</source>
        <translation>Es sind zu viele Klassen, um sie hier zu zeigen; die Tabelle, die der Lauf schreiben kann (CSV), enthält sie alle.</translation>
    </message>
    <message>
        <source>Rows are classes of {first}, columns those of {second}, in such an order that corresponding classes lie on the diagonal as far as each class has one.</source>
        <translation>Zeilen sind Klassen von {first}, Spalten die von {second}, in einer Reihenfolge, in der einander entsprechende Klassen auf der Diagonale liegen, soweit jede eine Entsprechung hat.</translation>
    </message>
    <message>
        <source>In the corresponding class (%)</source>
        <translation>In der entsprechenden Klasse (%)</translation>
    </message>
    <message>
        <source>F1 (%)</source>
        <translation>F1 (%)</translation>
    </message>
    <message>
        <source>Compared with all bands</source>
        <translation>Verglichen mit allen Kanälen</translation>
    </message>
    <message>
        <source>Classes of components and of bands</source>
        <translation>Klassen der Komponenten und der Kanäle</translation>
    </message>
    <message>
        <source>Both clusterings have the same settings and seed. Classes correspond so that most pixels agree. Where k-means has several solutions, the two may end in different ones, whatever the components hold: try another seed. Times are those of clustering, on the components with computing the scores.</source>
        <translation>Beide Clusterläufe haben dieselben Einstellungen und denselben Startwert. Klassen werden einander so zugeordnet, dass die meisten Pixel übereinstimmen. Wo k-Means mehrere Lösungen hat, können beide in verschiedenen enden, was auch immer die Komponenten enthalten: einen anderen Startwert erproben. Zeiten sind die des Clusterns, bei den Komponenten einschließlich der Berechnung ihrer Werte.</translation>
    </message>
    <message>
        <source>Which class of the first map became which of the second</source>
        <translation>Welche Klasse der ersten Karte zu welcher der zweiten wurde</translation>
    </message>
    <message numerus="yes">
        <source>{count} other classes</source>
        <translation>
            <numerusform>{count} andere Klasse</numerusform>
            <numerusform>{count} andere Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement with the reference</source>
        <translation>Übereinstimmung mit der Referenz</translation>
    </message>
    <message>
        <source>All combinations</source>
        <translation>Alle Kombinationen</translation>
    </message>
    <message>
        <source>Share of the pixels that have the class of the reference, in per cent</source>
        <translation>Anteil der Pixel, welche die Klasse der Referenz haben, in Prozent</translation>
    </message>
    <message>
        <source>Pixels with the class of the reference (%)</source>
        <translation>Pixel mit der Klasse der Referenz (%)</translation>
    </message>
    <message>
        <source>Agreement against bands kept</source>
        <translation>Übereinstimmung nach behaltenen Kanälen</translation>
    </message>
    <message>
        <source>The reference has the same number of clusters and {bands}. Classes correspond so that most pixels agree. All combinations with the same number of clusters start from the same spectra.</source>
        <translation>Die Referenz hat dieselbe Clusterzahl und {bands}. Klassen werden einander so zugeordnet, dass die meisten Pixel übereinstimmen. Alle Kombinationen mit derselben Clusterzahl beginnen bei denselben Spektren.</translation>
    </message>
    <message numerus="yes">
        <source>{count} clusters, components</source>
        <translation>
            <numerusform>{count} Cluster, Komponenten</numerusform>
            <numerusform>{count} Cluster, Komponenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} clusters, bands</source>
        <translation>
            <numerusform>{count} Cluster, Kanäle</numerusform>
            <numerusform>{count} Cluster, Kanäle</numerusform>
        </translation>
    </message>
    <message>
        <source>Bands kept</source>
        <translation>Behaltene Kanäle</translation>
    </message>
    <message>
        <source>Clustered</source>
        <translation>Geclustert</translation>
    </message>
    <message>
        <source>Agreement (%)</source>
        <translation>Übereinstimmung (%)</translation>
    </message>
    <message>
        <source>Adjusted Rand</source>
        <translation>Adjustierter Rand-Index</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>Memory (MB)</source>
        <translation>Arbeitsspeicher (MB)</translation>
    </message>
    <message numerus="yes">
        <source>{count} components of {bands}</source>
        <translation>
            <numerusform>{count} Komponente ({bands})</numerusform>
            <numerusform>{count} Komponenten ({bands})</numerusform>
        </translation>
    </message>
    <message>
        <source>Time is that of components, scores and clustering, without reading. Memory is what the values and k-means take if only this combination is run. *: stopped before the classes settled.</source>
        <translation>Die Zeit ist die für Komponenten, Komponentenwerte und Clustern, ohne das Lesen. Der Arbeitsspeicher ist das, was die Werte und k-Means brauchen, wenn nur diese Kombination läuft. *: angehalten, bevor die Klassen sich eingespielt hatten.</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Quadrierte Abweichung</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Gap-Wert</translation>
    </message>
    <message>
        <source>Gap to one normal distribution</source>
        <translation>Gap-Wert gegenüber einer Normalverteilung</translation>
    </message>
    <message>
        <source>Silhouette</source>
        <translation>Silhouette</translation>
    </message>
    <message>
        <source>How much nearer pixels are to their own class than to the next; large is good.</source>
        <translation>Wie viel näher Pixel an ihrer eigenen Klasse liegen als an der nächsten; groß ist gut.</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Stabilität</translation>
    </message>
    <message>
        <source>Calinski-Harabasz</source>
        <translation>Calinski-Harabasz</translation>
    </message>
    <message>
        <source>Calinski-Harabasz index</source>
        <translation>Calinski-Harabasz-Index</translation>
    </message>
    <message>
        <source>Variance between classes over that within; large is good.</source>
        <translation>Varianz zwischen den Klassen im Verhältnis zu der in ihnen; groß ist gut.</translation>
    </message>
    <message>
        <source>Davies-Bouldin</source>
        <translation>Davies-Bouldin</translation>
    </message>
    <message>
        <source>Davies-Bouldin index</source>
        <translation>Davies-Bouldin-Index</translation>
    </message>
    <message>
        <source>Spread of classes over their distance; small is good.</source>
        <translation>Streuung der Klassen im Verhältnis zu ihrem Abstand; klein ist gut.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Pixels read</source>
        <translation>Gelesene Pixel</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>No clusters were found in a sample of {pixels}.</source>
        <translation>In einer Stichprobe ({pixels}) wurden keine Cluster gefunden.</translation>
    </message>
    <message>
        <source>{classes} classes are suggested, from a sample of {pixels}.</source>
        <translation>Vorgeschlagen werden {classes} Klassen, nach einer Stichprobe ({pixels}).</translation>
    </message>
    <message>
        <source>Dashed line: the suggested number of classes.</source>
        <translation>Gestrichelte Linie: die vorgeschlagene Anzahl der Klassen.</translation>
    </message>
    <message>
        <source>{classes} (suggested)</source>
        <translation>{classes} (vorgeschlagen)</translation>
    </message>
    <message>
        <source>The image has no bands near red, green and blue; classes have the fixed colours of their numbers.</source>
        <translation>Das Bild hat keine Kanäle nahe Rot, Grün und Blau; die Klassen haben die festen Farben ihrer Nummern.</translation>
    </message>
    <message>
        <source>Classifies the same pixels by k-means in many ways: with several numbers of clusters, with every n-th band for several n, on bands and on principal components. The classes of each combination are matched with those of the reference, which has all bands. A report shows how many pixels keep their class, as a heat map and against the number of bands, with time and memory.
It answers by how much the bands can be thinned out while the results stay similar. The images are read once; all combinations with the same number of clusters start from the same spectra.
Agreement tells how far classes are the same, not how good they are.</source>
        <translation>Klassifiziert dieselben Pixel mit k-Means auf viele Arten: mit mehreren Clusterzahlen, mit jedem n-ten Kanal für mehrere n, auf Kanälen und auf Hauptkomponenten. Die Klassen jeder Kombination werden denen der Referenz zugeordnet, die alle Kanäle hat. Ein Bericht zeigt, wie viele Pixel ihre Klasse behalten, als Heatmap und in Abhängigkeit von der Anzahl der Kanäle, mit Zeit und Arbeitsspeicher.
Das beantwortet, wie weit die Kanäle ausgedünnt werden können, wobei die Ergebnisse ähnlich bleiben. Die Bilder werden einmal gelesen; alle Kombinationen mit derselben Clusterzahl beginnen bei denselben Spektren.
Die Übereinstimmung sagt, wie weit die Klassen dieselben sind, nicht, wie gut sie sind.</translation>
    </message>
    <message>
        <source>Which subsets of the good bands to classify, separated by commas: 5 keeps every fifth band. The reference has all bands that occur in any subset.</source>
        <translation>Welche Teilmengen der guten Kanäle klassifiziert werden, durch Kommas getrennt: 5 behält jeden fünften Kanal. Die Referenz hat alle Kanäle, die in irgendeiner Teilmenge vorkommen.</translation>
    </message>
    <message>
        <source>Cluster on</source>
        <translation>Geclustert werden</translation>
    </message>
    <message>
        <source>0: bands. 1: the scores of their principal components. 2: both; the reference is then that on bands.</source>
        <translation>0: Kanäle. 1: die Werte ihrer Hauptkomponenten. 2: beides; die Referenz ist dann die der Kanäle.</translation>
    </message>
    <message>
        <source>0: the bands. 1: the scores of the principal components that are kept, which hardly changes the classes as long as the components hold nearly all of the variance; the report says how far the classes agree with those of all bands, and how much time that saved. Class spectra and centres are those of the bands either way; distances are then those of the scores.</source>
        <translation>0: die Kanäle. 1: die Werte der behaltenen Hauptkomponenten, was die Klassen kaum ändert, solange die Komponenten fast die ganze Varianz enthalten; der Bericht gibt an, wie weit die Klassen mit denen aller Kanäle übereinstimmen und wie viel Zeit das gespart hat. Spektren und Zentren der Klassen sind in beiden Fällen die der Kanäle; Abstände sind dann die der Komponentenwerte.</translation>
    </message>
    <message>
        <source>Tells how far two class maps of the same ground agree: runs with different numbers of clusters or bands, k-means of bands and of principal components, maps of two years, or a map and reference samples.
Classes of k-means have no meaning of their own, so that class 3 of one run may be class 5 of another. By default, classes are therefore matched by overlap: each class with at most one of the other map, so that as many pixels as possible agree. Where numbers or names mean the same in both maps, match by these.
The results are the cross table, the overall agreement, Cohen&apos;s kappa, the adjusted Rand index (which needs no matching), and precision, recall and F1 of each class. Only pixels that have a class in both maps count.
A second map, or reference points or polygons: give one of the two.
It does not suit maps with many more classes in one than in the other: each class has one partner at most, so that the overall agreement is low though one map refines the other. The adjusted Rand index and the flow diagram of the report show that better; Merge classes brings such maps to the same classes.</source>
        <translation>Gibt an, wie weit zwei Klassenkarten desselben Gebiets übereinstimmen: Läufe mit verschiedenen Cluster- oder Kanalzahlen, k-Means auf Kanälen und auf Hauptkomponenten, Karten zweier Jahre oder eine Karte und Referenzdaten.
Klassen von k-Means haben keine eigene Bedeutung, sodass Klasse 3 eines Laufs Klasse 5 eines anderen sein kann. Standardmäßig werden Klassen daher nach Überlappung zugeordnet: jede höchstens einer der anderen Karte, sodass möglichst viele Pixel übereinstimmen. Wo Nummern oder Namen in beiden Karten dasselbe bedeuten, danach zuordnen.
Die Ergebnisse sind die Kreuztabelle, die Gesamtübereinstimmung, Cohens Kappa, der adjustierte Rand-Index (der keine Zuordnung braucht) sowie Präzision, Trefferquote (Recall) und F1 jeder Klasse. Es zählen nur Pixel, die in beiden Karten eine Klasse haben.
Entweder eine zweite Karte oder Referenzpunkte oder -polygone angeben.
Nicht geeignet für Karten, von denen eine viel mehr Klassen hat als die andere: Jede Klasse hat höchstens eine Entsprechung, sodass die Gesamtübereinstimmung gering ist, obwohl die eine Karte die andere verfeinert. Der adjustierte Rand-Index und das Flussdiagramm des Berichts zeigen das besser; „Klassen zusammenfassen“ bringt solche Karten auf dieselben Klassen.</translation>
    </message>
    <message>
        <source>Turns a map of many clusters into one of few meaningful classes: classes that show the same are merged, named and coloured, and patches of a few pixels can be given to the largest patch beside them.
What to merge is written as 2+4=forest, 5=road: classes by number or name with + between them, =, and the name of what they become. The merged class has the lowest of their numbers, or the number that is given in place of a name (2+4=7). A colour may follow (2+4=forest #1b7837). Classes that are not named stay as they are. Names with + = , ; in them are put in quotes; a table can say the same.
The result keeps names, colours, attribute table and areas, so that it can be merged again, compared or turned into polygons. The cluster centres of the run can be merged in the same way, each with the weight of its pixels, for Classify with saved centres.
It does not suit rasters of measurements. Merged centres are means: where the merged classes look very different, such as sunlit and shaded forest, few pixels look like their mean, and classifying with the centres of all classes and merging then is better.</source>
        <translation>Macht aus einer Karte mit vielen Clustern eine mit wenigen aussagekräftigen Klassen: Klassen, die dasselbe zeigen, werden zusammengefasst, benannt und eingefärbt, und Flecken aus wenigen Pixeln können dem größten angrenzenden Fleck zugeschlagen werden.
Was zusammengefasst wird, schreibt man als 2+4=Wald, 5=Straße: Klassen mit Nummer oder Name und + dazwischen, =, und der Name dessen, was sie werden. Die zusammengefasste Klasse erhält die niedrigste ihrer Nummern oder die Nummer, die anstelle eines Namens angegeben ist (2+4=7). Eine Farbe kann folgen (2+4=Wald #1b7837). Nicht genannte Klassen bleiben, wie sie sind. Namen, die + = , ; enthalten, stehen in Anführungszeichen; eine Tabelle kann dasselbe angeben.
Das Ergebnis behält Namen, Farben, Attributtabelle und Flächen, sodass es erneut zusammengefasst, verglichen oder in Polygone umgewandelt werden kann. Die Clusterzentren des Laufs können ebenso zusammengefasst werden, jedes mit dem Gewicht seiner Pixel, für „Mit gespeicherten Zentren klassifizieren“.
Nicht geeignet für Raster mit Messwerten. Zusammengefasste Zentren sind Mittelwerte: Wo die zusammengefassten Klassen sehr verschieden aussehen, etwa besonnter und beschatteter Wald, gleichen nur wenige Pixel ihrem Mittelwert; dann ist es besser, mit den Zentren aller Klassen zu klassifizieren und danach zusammenzufassen.</translation>
    </message>
    <message>
        <source>Such as 2+4=forest, 5=road: on the left classes by number or name, on the right what they become (a name or a class number, and possibly a colour such as #1b7837). Rules are separated by commas or new lines. Names with + = , ; are put in quotes.</source>
        <translation>Zum Beispiel 2+4=Wald, 5=Straße: links Klassen mit Nummer oder Name, rechts das, was sie werden (ein Name oder eine Klassennummer, und gegebenenfalls eine Farbe wie #1b7837). Regeln werden durch Kommas oder Zeilenumbrüche getrennt. Namen mit + = , ; stehen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Patches of fewer pixels, after merging, become part of the largest patch beside them. No data is not filled. 0: all patches stay.</source>
        <translation>Flecken mit weniger Pixeln werden nach dem Zusammenfassen Teil des größten angrenzenden Flecks. Stellen ohne Daten werden nicht gefüllt. 0: Alle Flecken bleiben.</translation>
    </message>
    <message>
        <source>{before} classes became {after}.</source>
        <translation>Aus {before} Klassen wurden {after}.</translation>
    </message>
    <message>
        <source>Pixels that are farther from the centre of their class are unclassified: they are 0 in the class raster, with a category of their own, and no data is 255 (65535 for many classes). The centres do not change. Empty: every pixel gets a class.</source>
        <translation>Pixel, die weiter vom Zentrum ihrer Klasse entfernt sind, gelten als nicht klassifiziert: Sie sind im Klassenraster 0, mit einer eigenen Kategorie, und fehlende Daten sind 255 (65535 bei vielen Klassen). Die Zentren ändern sich nicht. Leer: Jedes Pixel erhält eine Klasse.</translation>
    </message>
    <message>
        <source>0: reflectance, as in the distance raster: the root of the sum of squared differences over all bands, so distances grow with the number of bands. 1: multiples of the standard deviation of each class, which is the root of the mean squared distance of its pixels in this run to its centre.</source>
        <translation>0: Reflexionsgrad, wie im Abstandsraster: die Wurzel aus der Summe der quadrierten Differenzen über alle Kanäle, sodass die Abstände mit der Anzahl der Kanäle wachsen. 1: Vielfache der Standardabweichung jeder Klasse, also der Wurzel aus dem mittleren quadrierten Abstand ihrer Pixel in diesem Lauf zu ihrem Zentrum.</translation>
    </message>
    <message>
        <source>How much farther the nearest other centre is than the centre of the pixel&apos;s class, in reflectance (GeoTIFF, Float32): near 0 where two classes fit equally well. Below 0 where k-means stopped early and another iteration would move the pixel.</source>
        <translation>Um wie viel das nächste andere Zentrum weiter entfernt ist als das der Klasse des Pixels, als Reflexionsgrad (GeoTIFF, Float32): nahe 0, wo zwei Klassen gleich gut passen. Unter 0, wo k-Means früh angehalten hat und das Pixel in einer weiteren Iteration wechseln würde.</translation>
    </message>
    <message>
        <source>The same seed gives the same result; another seed may give another one. Only for k-means++.</source>
        <translation>Derselbe Startwert ergibt dasselbe Ergebnis; ein anderer Startwert kann ein anderes ergeben. Nur für k-Means++.</translation>
    </message>
    <message>
        <source>the path of a file that ends in .csv, as text (a spreadsheet can be saved as CSV)</source>
        <translation>der Pfad einer Datei mit der Endung .csv, als Text (eine Tabellenkalkulation kann als CSV gespeichert werden)</translation>
    </message>
    <message>
        <source>a raster, not an HDF5 file; run Clean reflectance on it first, or Classify tiles for classes</source>
        <translation>ein Raster, keine HDF5-Datei; zuerst „Reflexionsgrad bereinigen“ darauf anwenden, oder für Klassen „Kacheln klassifizieren“</translation>
    </message>
    <message>
        <source>Points or polygons</source>
        <translation>Punkte oder Polygone</translation>
    </message>
    <message>
        <source>Where the class is known, in any coordinate reference system: a point stands for the pixel that it lies in, a polygon for those whose centre lies in it, or for the one under its centroid where it is smaller than a pixel.</source>
        <translation>Wo die Klasse bekannt ist, in einem beliebigen Koordinatenbezugssystem: Ein Punkt steht für das Pixel, in dem er liegt, ein Polygon für diejenigen, deren Mittelpunkt in ihm liegt, oder, wo es kleiner als ein Pixel ist, für das unter seinem Schwerpunkt.</translation>
    </message>
    <message>
        <source>Of points and polygons: the field of their classes, text or whole numbers. Features whose field is empty are left out. Empty: each feature is a class of its own.</source>
        <translation>Bei Punkten und Polygonen: das Feld mit ihren Klassen, Text oder ganze Zahlen. Objekte, deren Feld leer ist, werden ausgelassen. Leer: Jedes Objekt ist eine eigene Klasse.</translation>
    </message>
    <message>
        <source>Class raster</source>
        <translation>Klassenraster</translation>
    </message>
    <message>
        <source>In place of points or polygons, a class raster that tells the class of each pixel; its grid may differ.</source>
        <translation>Anstelle von Punkten oder Polygonen ein Klassenraster, das die Klasse jedes Pixels angibt; sein Gitter darf abweichen.</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>In the unit of the image, which is metres for NEON&apos;s tiles: pixels whose centre is within this distance of a point count as well, and polygons are made larger, or smaller below 0.</source>
        <translation>In der Einheit des Bildes, bei NEONs Kacheln in Metern: Auch Pixel, deren Mittelpunkt höchstens so weit von einem Punkt entfernt ist, zählen, und Polygone werden größer, unter 0 kleiner.</translation>
    </message>
    <message>
        <source>Least NDVI</source>
        <translation>Mindest-NDVI</translation>
    </message>
    <message>
        <source>Leave out pixels with a lower NDVI, such as soil between crowns. Empty: use all.</source>
        <translation>Pixel mit niedrigerem NDVI auslassen, etwa Boden zwischen Kronen. Leer: alle verwenden.</translation>
    </message>
    <message>
        <source>Least brightness</source>
        <translation>Mindesthelligkeit</translation>
    </message>
    <message>
        <source>Leave out pixels whose mean reflectance (0 to 1) over the bands that are read is lower, such as shade. Empty: use all.</source>
        <translation>Pixel auslassen, deren mittlerer Reflexionsgrad (0 bis 1) über die gelesenen Kanäle niedriger ist, etwa Schatten. Leer: alle verwenden.</translation>
    </message>
    <message>
        <source>Most pixels of a class (0: all)</source>
        <translation>Höchstzahl der Pixel einer Klasse (0: alle)</translation>
    </message>
    <message>
        <source>Of classes with more pixels, so many are drawn at random before they are read, repeatably. 0: use all.</source>
        <translation>Von Klassen mit mehr Pixeln werden vor dem Lesen so viele zufällig, aber wiederholbar gezogen. 0: alle verwenden.</translation>
    </message>
    <message>
        <source>The same seed draws the same pixels.</source>
        <translation>Derselbe Startwert zieht dieselben Pixel.</translation>
    </message>
    <message>
        <source>The places are a raster, so that no layer of them is made.</source>
        <translation>Die Stellen sind ein Raster, daher wird von ihnen kein Layer erzeugt.</translation>
    </message>
    <message>
        <source>Sampled places - {}</source>
        <translation>Stellen der Spektren - {}</translation>
    </message>
    <message>
        <source>without pixels</source>
        <translation>ohne Pixel</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>region of interest</source>
        <translation>Untersuchungsgebiet</translation>
    </message>
    <message>
        <source>roi</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>spectral library</source>
        <translation>Spektralbibliothek</translation>
    </message>
    <message>
        <source>endmember</source>
        <translation>Endmember</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>crowns</source>
        <translation>Kronen</translation>
    </message>
    <message>
        <source>plots</source>
        <translation>Probeflächen</translation>
    </message>
    <message>
        <source>extract</source>
        <translation>extrahieren</translation>
    </message>
    <message>
        <source>zonal statistics</source>
        <translation>zonale Statistik</translation>
    </message>
    <message>
        <source>Sample spectra</source>
        <translation>Spektren entnehmen</translation>
    </message>
    <message>
        <source>Read the spectra at points, in polygons or of the classes of a raster, with their statistics.</source>
        <translation>Die Spektren an Punkten, in Polygonen oder von den Klassen eines Rasters lesen, mit ihrer Statistik.</translation>
    </message>
    <message>
        <source>Reads the spectra of places whose class is known, such as tree crowns or plots, and gives for each class and each feature the mean, standard deviation and range. Of the tiles, only the parts that hold places are read.
K-means can start from the table of spectra, and Classify with saved centres and Spectral angle take it; the library is for other programs.
Pixels that features of different classes claim are left out, and the features named. Shade and soil between crowns go with a least brightness and a least NDVI.
It does not suit places that are known less exactly than a pixel, unless a buffer makes up for it: one step aside may be another species, or its shadow.</source>
        <translation>Liest die Spektren von Stellen, deren Klasse bekannt ist, zum Beispiel von Baumkronen oder Probeflächen, und gibt für jede Klasse und jedes Objekt Mittelwert, Standardabweichung und Spannweite an. Von den Kacheln werden nur die Teile gelesen, in denen Stellen liegen.
K-Means kann von der Tabelle der Spektren ausgehen, und „Mit gespeicherten Zentren klassifizieren“ und „Spektralwinkel“ nehmen sie an; die Bibliothek ist für andere Programme.
Pixel, die Objekte verschiedener Klassen beanspruchen, werden ausgelassen und die Objekte genannt. Schatten und Boden zwischen Kronen fallen mit einer Mindesthelligkeit und einem Mindest-NDVI weg.
Nicht geeignet für Stellen, die weniger genau als auf ein Pixel bekannt sind, außer wenn ein Puffer das ausgleicht: Einen Schritt daneben kann eine andere Art stehen oder ihr Schatten liegen.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster such as cleaned reflectance; all of its bands are read.</source>
        <translation>Anstelle von Kacheln ein Raster, zum Beispiel bereinigter Reflexionsgrad; alle seine Kanäle werden gelesen.</translation>
    </message>
    <message>
        <source>Spectra of single pixels as well</source>
        <translation>Auch Spektren einzelner Pixel</translation>
    </message>
    <message>
        <source>Add a row for each pixel to the statistics, and its spectrum to the library.</source>
        <translation>Der Statistik für jedes Pixel eine Zeile hinzufügen und der Bibliothek sein Spektrum.</translation>
    </message>
    <message>
        <source>Spectra of classes</source>
        <translation>Spektren der Klassen</translation>
    </message>
    <message>
        <source>A table of the mean spectrum of each class with its pixels and name, as K-means writes its centres.</source>
        <translation>Eine Tabelle des mittleren Spektrums jeder Klasse mit ihren Pixeln und ihrem Namen, so wie K-Means seine Zentren schreibt.</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>A table with mean, standard deviation, 5 and 95 % of each class and each feature; the number of a feature is the field id of the layer of places.</source>
        <translation>Eine Tabelle mit Mittelwert, Standardabweichung, 5 und 95 % für jede Klasse und jedes Objekt; die Nummer eines Objekts ist das Feld id des Layers der Stellen.</translation>
    </message>
    <message>
        <source>Spectral library</source>
        <translation>Spektralbibliothek</translation>
    </message>
    <message>
        <source>The mean spectra of the classes as an ENVI spectral library (.sli with a header .hdr beside it), which SPy, ENVI and EnMAP-Box read.</source>
        <translation>Die mittleren Spektren der Klassen als ENVI-Spektralbibliothek (.sli mit einem Header .hdr daneben), die SPy, ENVI und die EnMAP-Box lesen.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>The points or polygons with id, class, name, pixels, and of their mean spectrum ndvi and brightness; deviation is the mean of the standard deviations of all bands. Not for a class raster.</source>
        <translation>Die Punkte oder Polygone mit id, class, name, pixels und, von ihrem mittleren Spektrum, ndvi und brightness; deviation ist der Mittelwert der Standardabweichungen aller Kanäle. Nicht bei einem Klassenraster.</translation>
    </message>
    <message>
        <source>Number of pixels</source>
        <translation>Anzahl der Pixel</translation>
    </message>
    <message>
        <source>Finding the pixels</source>
        <translation>Pixel werden gesucht</translation>
    </message>
    <message>
        <source>Reading spectra</source>
        <translation>Spektren werden gelesen</translation>
    </message>
    <message>
        <source>spectral angle mapper</source>
        <translation>Spectral Angle Mapper</translation>
    </message>
    <message>
        <source>sam</source>
        <translation>SAM</translation>
    </message>
    <message>
        <source>supervised</source>
        <translation>überwacht</translation>
    </message>
    <message>
        <source>matching</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>asd</source>
        <translation>ASD</translation>
    </message>
    <message>
        <source>ecostress</source>
        <translation>ECOSTRESS</translation>
    </message>
    <message>
        <source>Spectral angle</source>
        <translation>Spektralwinkel</translation>
    </message>
    <message>
        <source>Give each pixel the class whose spectrum has the most similar shape (spectral angle mapper).</source>
        <translation>Jedem Pixel die Klasse geben, deren Spektrum die ähnlichste Form hat (Spectral Angle Mapper).</translation>
    </message>
    <message>
        <source>Measures the angle between the spectrum of each pixel and given spectra, as vectors with a number for each band, and gives the pixel the class of the smallest one. The angle does not depend on brightness, so that a slope in the shade gets the class of a lit one.
The spectra are those of Sample spectra, the centres of K-means, an ENVI spectral library, or text of an ASD spectrometer or of the ECOSTRESS library. Where their bands are not those of the image, they are resampled by FWHM, as the log says.
Pixels without data have no class, nor those that are 0 in all bands. Of spectra at the same angle, the first one counts.
It does not suit classes that differ in brightness only, such as asphalt and concrete. Spectra of a laboratory differ from those of an image by more than the angle between similar plants; those sampled in the image itself serve best.</source>
        <translation>Misst den Winkel zwischen dem Spektrum jedes Pixels und gegebenen Spektren, als Vektoren mit einer Zahl je Kanal, und gibt dem Pixel die Klasse mit dem kleinsten. Der Winkel hängt nicht von der Helligkeit ab, sodass ein Hang im Schatten dieselbe Klasse erhält wie ein besonnter.
Als Spektren dienen die von „Spektren entnehmen“, die Zentren von K-Means, eine ENVI-Spektralbibliothek oder Textdateien eines ASD-Spektrometers oder der ECOSTRESS-Bibliothek. Wo ihre Kanäle nicht die des Bildes sind, werden sie anhand der FWHM umgerechnet; das Protokoll gibt es an.
Pixel ohne Daten haben keine Klasse, ebenso Pixel, die in allen Kanälen 0 sind. Von Spektren mit demselben Winkel zählt das erste.
Nicht geeignet für Klassen, die sich nur in der Helligkeit unterscheiden, etwa Asphalt und Beton. Spektren aus dem Labor weichen von denen eines Bildes um mehr ab als um den Winkel zwischen ähnlichen Pflanzen; im Bild selbst entnommene eignen sich am besten.</translation>
    </message>
    <message>
        <source>Spectra</source>
        <translation>Spektren</translation>
    </message>
    <message>
        <source>Spectra (*.csv *.sli *.hdr *.txt);;All files (*)</source>
        <translation>Spektren (*.csv *.sli *.hdr *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A table of spectra or cluster centres (CSV), an ENVI spectral library (.sli or .hdr), or text with a column of wavelengths, as of an ASD spectrometer or of the ECOSTRESS library. Units that the file does not state are told by the size of the numbers, as the log says.</source>
        <translation>Eine Tabelle von Spektren oder Clusterzentren (CSV), eine ENVI-Spektralbibliothek (.sli oder .hdr) oder Text mit einer Spalte von Wellenlängen, etwa von einem ASD-Spektrometer oder aus der ECOSTRESS-Bibliothek. Einheiten, welche die Datei nicht angibt, werden an der Größe der Zahlen erkannt; das Protokoll nennt sie.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster with wavelengths, such as cleaned reflectance.</source>
        <translation>Anstelle von Kacheln ein Raster mit Wellenlängen, zum Beispiel bereinigter Reflexionsgrad.</translation>
    </message>
    <message>
        <source>Largest angle (radians)</source>
        <translation>Größter Winkel (Radiant)</translation>
    </message>
    <message>
        <source>Pixels with no spectrum within this angle are unclassified: one number such as 0.1 (5.7 degrees), or one for each spectrum in their order, separated by commas. Unclassified pixels are 0, and no data has another number (255, or 65535 for many classes). Empty: every pixel gets a class.</source>
        <translation>Pixel, zu denen kein Spektrum innerhalb dieses Winkels liegt, gelten als nicht klassifiziert: eine Zahl wie 0.1 (5,7 Grad) oder eine für jedes Spektrum in deren Reihenfolge, durch Kommas getrennt. Nicht klassifizierte Pixel sind 0, und fehlende Daten haben eine andere Zahl (255, oder 65535 bei vielen Klassen). Leer: Jedes Pixel erhält eine Klasse.</translation>
    </message>
    <message>
        <source>Angle to each spectrum</source>
        <translation>Winkel zu jedem Spektrum</translation>
    </message>
    <message>
        <source>Write a band of angles for each spectrum, in place of one with the smallest angle.</source>
        <translation>Für jedes Spektrum einen Kanal mit Winkeln schreiben, anstelle eines einzigen mit dem kleinsten Winkel.</translation>
    </message>
    <message>
        <source>The class raster to write (GeoTIFF). Classes have the numbers of the table, or the places of the spectra in the library from 1, and their names.</source>
        <translation>Das zu schreibende Klassenraster (GeoTIFF). Klassen haben die Nummern der Tabelle oder die Plätze der Spektren in der Bibliothek, ab 1, und deren Namen.</translation>
    </message>
    <message>
        <source>Angles</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>The angles in radians (GeoTIFF, Float32): the smaller, the more alike the shapes of the spectra are.</source>
        <translation>Die Winkel in Radiant (GeoTIFF, Float32): je kleiner, desto ähnlicher sind sich die Formen der Spektren.</translation>
    </message>
    <message>
        <source>Spectral angle, {} classes - {}</source>
        <translation>Spektralwinkel, {} Klassen - {}</translation>
    </message>
    <message>
        <source>Spectral angles - {}</source>
        <translation>Spektralwinkel - {}</translation>
    </message>
    <message>
        <source>Clusters a random sample of pixels into each number of classes of a range, measures how good the classes are, and suggests a number with its reason. The report shows the measures as curves, and the map and the spectra of the classes of each number side by side.
What decides is the gap: how much smaller the error of the classes is than in pixels without clusters that vary as much (one normal distribution). Where two rules for reading the gap disagree, the report gives both numbers, and the suggestion is the largest number between them whose classes stay the same when half of the pixels are clustered. If there are no clusters, the suggestion is 1.
In a model, the suggested number can be passed to K-means as its number of clusters. It is a hint: how many classes are useful depends on what they are for.
Tiles, or one raster: give one of the two. Only every n-th row and column is read.</source>
        <translation>Clustert eine Zufallsstichprobe von Pixeln in jede Klassenzahl eines Bereichs, misst, wie gut die Klassen sind, und schlägt eine Anzahl mit Begründung vor. Der Bericht zeigt die Maße als Kurven und für jede Anzahl die Karte und die Spektren der Klassen nebeneinander.
Entscheidend ist der Gap-Wert: wie viel kleiner die Abweichung der Klassen ist als bei Pixeln ohne Cluster, die ebenso stark streuen (eine Normalverteilung). Wo zwei Regeln, den Gap-Wert zu lesen, sich widersprechen, nennt der Bericht beide Anzahlen, und vorgeschlagen wird die größte Anzahl dazwischen, deren Klassen gleich bleiben, wenn die Hälfte der Pixel geclustert wird. Gibt es keine Cluster, wird 1 vorgeschlagen.
In einem Modell kann die vorgeschlagene Anzahl als Clusterzahl an K-Means übergeben werden. Sie ist ein Hinweis: Wie viele Klassen nützlich sind, hängt davon ab, wofür sie gebraucht werden.
Entweder Kacheln oder ein Raster angeben. Nur jede n-te Zeile und Spalte wird gelesen.</translation>
    </message>
    <message>
        <source>{pixels:,} pixels of {bands} bands: {values:.2f} GB of values, {working:.2f} GB to work with</source>
        <translation>{pixels:,} Pixel mit {bands} Kanälen: {values:.2f} GB für die Werte und {working:.2f} GB zum Arbeiten</translation>
    </message>
    <message>
        <source>What was downloaded is kept; the next run continues from there.</source>
        <translation>Was heruntergeladen wurde, bleibt erhalten; der nächste Lauf setzt dort fort.</translation>
    </message>
    <message>
        <source>it is not text in UTF-8, as which Excel saves “CSV UTF-8”</source>
        <translation>sie ist kein Text in UTF-8, wie ihn Excel als „CSV UTF-8“ speichert</translation>
    </message>
    <message numerus="yes">
        <source>In {count} more images, most of the pixels with data are not used for the same reason.</source>
        <translation>
            <numerusform>In {count} weiteren Bild werden die meisten Pixel mit Daten aus demselben Grund nicht verwendet.</numerusform>
            <numerusform>In {count} weiteren Bildern werden die meisten Pixel mit Daten aus demselben Grund nicht verwendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} holds points, which cannot be made smaller; choose a buffer of 0 or more.</source>
        <translation>{name} enthält Punkte, die nicht verkleinert werden können; einen Puffer von 0 oder mehr wählen.</translation>
    </message>
    <message numerus="yes">
        <source>{count} features of {name} are smaller than a pixel; the pixels under their centroids stand for them.</source>
        <translation>
            <numerusform>{count} Objekt von {name} ist kleiner als ein Pixel; das Pixel unter seinem Schwerpunkt steht dafür.</numerusform>
            <numerusform>{count} Objekte von {name} sind kleiner als ein Pixel; die Pixel unter ihren Schwerpunkten stehen dafür.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count:,} pixels of {name} are left out, because their class is not from 1 to {most:,}.</source>
        <translation>{count:,} Pixel von {name} werden ausgelassen, weil ihre Klasse nicht zwischen 1 und {most:,} liegt.</translation>
    </message>
    <message>
        <source>{name} has {count:,} classes; a class raster holds {most:,} at most, so choose another field.</source>
        <translation>{name} hat {count:,} Klassen; ein Klassenraster fasst höchstens {most:,}, daher ein anderes Feld auswählen.</translation>
    </message>
    <message>
        <source>{id} ({name})</source>
        <translation>{id} ({name})</translation>
    </message>
    <message>
        <source>{one} and {other}: {count}</source>
        <translation>{one} und {other}: {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} pixels of {name} are left out, because features of different classes overlap there ({pairs}).</source>
        <translation>
            <numerusform>{count} Pixel von {name} wird ausgelassen, weil sich dort Objekte verschiedener Klassen überlappen ({pairs}).</numerusform>
            <numerusform>{count} Pixel von {name} werden ausgelassen, weil sich dort Objekte verschiedener Klassen überlappen ({pairs}).</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} holds no point or polygon; choose another layer.</source>
        <translation>{name} enthält keinen Punkt und kein Polygon; einen anderen Layer auswählen.</translation>
    </message>
    <message>
        <source>Mask or weather quality leave no pixel of {name}; choose a mask that lies on it and keeps some of its pixels.</source>
        <translation>Maske oder Wetterqualität lassen kein Pixel von {name} übrig; eine Maske auswählen, die darauf liegt und einige seiner Pixel behält.</translation>
    </message>
    <message>
        <source>{share} % of the pixels have the corresponding class in a clustering of all bands (adjusted Rand index {rand}); clustering took {seconds} s on {components} and {seconds_of_bands} s on {bands}.</source>
        <translation>{share} % der Pixel haben die entsprechende Klasse in einem Clustering aller Kanäle (adjustierter Rand-Index {rand}); das Clustern dauerte {seconds} s ({components}) beziehungsweise {seconds_of_bands} s ({bands}).</translation>
    </message>
    <message numerus="yes">
        <source>{count} components</source>
        <translation>
            <numerusform>{count} Komponente</numerusform>
            <numerusform>{count} Komponenten</numerusform>
        </translation>
    </message>
    <message>
        <source>The mask keeps {kept:,} of {pixels:,} pixels.</source>
        <translation>Die Maske behält {kept:,} von {pixels:,} Pixeln.</translation>
    </message>
    <message>
        <source>The mask keeps no pixel; choose a smaller threshold.</source>
        <translation>Die Maske behält kein Pixel; einen kleineren Schwellenwert wählen.</translation>
    </message>
    <message>
        <source>All pixels of the sample have the same values, so there is one class.</source>
        <translation>Alle Pixel der Stichprobe haben dieselben Werte, daher gibt es eine einzige Klasse.</translation>
    </message>
    <message>
        <source>At most {classes} classes are tried, as the sample has only {different} different pixels.</source>
        <translation>Es werden höchstens {classes} Klassen erprobt, da die Stichprobe nur {different} verschiedene Pixel hat.</translation>
    </message>
    <message>
        <source>{classes} classes: the gap between the squared error and that expected for a single normal distribution rises up to this number, where it is largest.</source>
        <translation>{classes} Klassen: Der Gap-Wert, also der Abstand zwischen der quadrierten Abweichung und der für eine einzelne Normalverteilung erwarteten, steigt bis zu dieser Anzahl und ist dort am größten.</translation>
    </message>
    <message>
        <source>There is no class “{text}”; choose from these: {classes}.</source>
        <translation>Es gibt keine Klasse „{text}“; eine von diesen wählen: {classes}.</translation>
    </message>
    <message>
        <source>The classes to merge take more than {most} characters; write them into a table.</source>
        <translation>Die zusammenzufassenden Klassen brauchen mehr als {most} Zeichen; sie in eine Tabelle schreiben.</translation>
    </message>
    <message>
        <source>The new class “{text}” is not a whole number.</source>
        <translation>Die neue Klasse „{text}“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>The colour “{text}” cannot be read; write it as {example}.</source>
        <translation>Die Farbe „{text}“ ist nicht zu lesen; sie wie {example} schreiben.</translation>
    </message>
    <message>
        <source>Writing the classes</source>
        <translation>Klassen werden geschrieben</translation>
    </message>
    <message>
        <source>The spectrum {name} is zero in all bands, so that there is no angle to it; take it out.</source>
        <translation>Das Spektrum {name} ist in allen Kanälen null, sodass es keinen Winkel dazu gibt; es entfernen.</translation>
    </message>
    <message>
        <source>The largest angle is &quot;{text}&quot;; give an angle in radians, from 0 to 3.14, or one for each class.</source>
        <translation>Der größte Winkel ist „{text}“; einen Winkel in Radiant von 0 bis 3.14 angeben, oder einen für jede Klasse.</translation>
    </message>
    <message>
        <source>There are {limits} largest angles for {classes} classes; give one, or one for each class.</source>
        <translation>Es gibt {limits} größte Winkel für {classes} Klassen; einen angeben, oder einen für jede Klasse.</translation>
    </message>
    <message>
        <source>The spectra {one} and {other} have the same shape; all pixels go to the former.</source>
        <translation>Die Spektren {one} und {other} haben dieselbe Form; alle Pixel gehen an das erstere.</translation>
    </message>
    <message>
        <source>Smallest spectral angle (radians)</source>
        <translation>Kleinster Spektralwinkel (Radiant)</translation>
    </message>
    <message>
        <source>Spectral angle to {name} (radians)</source>
        <translation>Spektralwinkel zu {name} (Radiant)</translation>
    </message>
    <message numerus="yes">
        <source>{count} of {all:,} pixels are unclassified: no spectrum is within the largest angle.</source>
        <translation>
            <numerusform>{count} von {all:,} Pixeln ist nicht klassifiziert: Kein Spektrum liegt innerhalb des größten Winkels.</numerusform>
            <numerusform>{count} von {all:,} Pixeln sind nicht klassifiziert: Kein Spektrum liegt innerhalb des größten Winkels.</numerusform>
        </translation>
    </message>
    <message>
        <source>{clusters}, {clustered}: {share} % of the pixels have the class of the reference; {iterations}, {seconds} s.</source>
        <translation>{clusters}, {clustered}: {share} % der Pixel haben die Klasse der Referenz; {iterations}, {seconds} s.</translation>
    </message>
    <message numerus="yes">
        <source>{count} clusters</source>
        <translation>
            <numerusform>{count} Cluster</numerusform>
            <numerusform>{count} Cluster</numerusform>
        </translation>
    </message>
    <message>
        <source>Even with all bands of the reference, there is a combination in which only {share} % of the pixels have the class of the reference; results are called similar from {similar} % on.</source>
        <translation>Selbst mit allen Kanälen der Referenz gibt es eine Kombination, in der nur {share} % der Pixel die Klasse der Referenz haben; Ergebnisse heißen ab {similar} % ähnlich.</translation>
    </message>
    <message>
        <source>With fewer than the {bands} bands of the reference, less than {similar} % of the pixels have its class in some combination.</source>
        <translation>Mit weniger als den {bands} Kanälen der Referenz haben in mindestens einer Kombination weniger als {similar} % der Pixel deren Klasse.</translation>
    </message>
    <message>
        <source>Keeping one band in {factor} ({bands} of {all}), at least {share} % of the pixels have the class of the reference in every combination; results are called similar from {similar} % on.</source>
        <translation>Wird einer von je {factor} Kanälen behalten ({bands} von {all}), haben in jeder Kombination mindestens {share} % der Pixel die Klasse der Referenz; Ergebnisse heißen ab {similar} % ähnlich.</translation>
    </message>
    <message>
        <source>The margin is the distance to the nearest other centre less that to the centre of the class: where it is near 0, two classes fit equally well. Distances are the root of the sum of squared differences over all bands or components; the standard deviation is the root of the mean squared distance of the pixels of a class.</source>
        <translation>Der Vorsprung ist der Abstand zum nächsten anderen Zentrum abzüglich des Abstands zum Zentrum der Klasse: Wo er nahe 0 ist, passen zwei Klassen gleich gut. Abstände sind die Wurzel aus der Summe der quadrierten Differenzen über alle Kanäle oder Komponenten; die Standardabweichung ist die Wurzel aus dem mittleren quadrierten Abstand der Pixel einer Klasse.</translation>
    </message>
    <message>
        <source>Pixels, shares and spectra of the other tables count unclassified pixels with their class.</source>
        <translation>Pixel, Anteile und Spektren der anderen Tabellen zählen nicht klassifizierte Pixel zu ihrer Klasse.</translation>
    </message>
    <message numerus="yes">
        <source>{left} → {right}: {count} pixels ({share})</source>
        <translation>
            <numerusform>{left} → {right}: {count} Pixel ({share})</numerusform>
            <numerusform>{left} → {right}: {count} Pixel ({share})</numerusform>
        </translation>
    </message>
    <message>
        <source>{pixels} of {classes}</source>
        <translation>{pixels} aus {classes}</translation>
    </message>
    <message>
        <source>{words}, from {features}.</source>
        <translation>{words}, von {features}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} features</source>
        <translation>
            <numerusform>{count} Objekt</numerusform>
            <numerusform>{count} Objekten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} features lie outside</source>
        <translation>
            <numerusform>{count} Objekt liegt außerhalb</numerusform>
            <numerusform>{count} Objekte liegen außerhalb</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pixels have no data</source>
        <translation>
            <numerusform>{count} Pixel hat keine Daten</numerusform>
            <numerusform>{count} Pixel haben keine Daten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pixels are not green or bright enough</source>
        <translation>
            <numerusform>{count} Pixel ist nicht grün oder hell genug</numerusform>
            <numerusform>{count} Pixel sind nicht grün oder hell genug</numerusform>
        </translation>
    </message>
    <message>
        <source>no pixel is left</source>
        <translation>kein Pixel bleibt übrig</translation>
    </message>
    <message>
        <source>there is one pixel, so that its spread is not known</source>
        <translation>es gibt ein einziges Pixel, sodass die Streuung nicht bekannt ist</translation>
    </message>
    <message>
        <source>{name}: {reasons}.</source>
        <translation>{name}: {reasons}.</translation>
    </message>
    <message>
        <source>Lines are means; the shading leaves out the lowest and the highest 5 % of the pixels of a class.</source>
        <translation>Die Linien sind Mittelwerte; die Schattierung lässt die niedrigsten und die höchsten 5 % der Pixel einer Klasse aus.</translation>
    </message>
    <message>
        <source>NDVI of the mean</source>
        <translation>NDVI des Mittelwerts</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Außerhalb</translation>
    </message>
    <message>
        <source>Pixels used</source>
        <translation>Verwendete Pixel</translation>
    </message>
    <message>
        <source>Without data</source>
        <translation>Ohne Daten</translation>
    </message>
    <message>
        <source>Not green or bright enough</source>
        <translation>Nicht grün oder hell genug</translation>
    </message>
    <message>
        <source>Claimed by several classes</source>
        <translation>Von mehreren Klassen beansprucht</translation>
    </message>
    <message>
        <source>What became of the places</source>
        <translation>Was aus den Stellen wurde</translation>
    </message>
    <message>
        <source>Classes with fewer than {few} pixels, whose spread is hardly known: {names}.</source>
        <translation>Klassen mit weniger als {few} Pixeln, deren Streuung kaum bekannt ist: {names}.</translation>
    </message>
    <message>
        <source>Places in the image</source>
        <translation>Stellen im Bild</translation>
    </message>
    <message>
        <source>Every n-th band (number of bands)</source>
        <translation>Jeder n-te Kanal (Anzahl der Kanäle)</translation>
    </message>
    <message numerus="yes">
        <source>{count} bands (one in {factor})</source>
        <translation>
            <numerusform>{count} Kanal (einer von je {factor})</numerusform>
            <numerusform>{count} Kanäle (einer von je {factor})</numerusform>
        </translation>
    </message>
    <message>
        <source>Every n-th band</source>
        <translation>Jeder n-te Kanal</translation>
    </message>
    <message>
        <source>It always falls; the elbow rule takes the number at the sharpest bend.</source>
        <translation>Sie nimmt immer ab; die Ellenbogen-Regel nimmt die Anzahl am schärfsten Knick.</translation>
    </message>
    <message>
        <source>How much smaller the error is than for pixels without clusters. The suggestion follows it.</source>
        <translation>Um wie viel kleiner der Fehler ist als bei Pixeln ohne Cluster. Danach richtet sich der Vorschlag.</translation>
    </message>
    <message>
        <source>Silhouette gain</source>
        <translation>Silhouettengewinn</translation>
    </message>
    <message>
        <source>Silhouette gain over one normal distribution</source>
        <translation>Silhouettengewinn gegenüber einer Normalverteilung</translation>
    </message>
    <message>
        <source>Below 0.07, the pixels show no clusters.</source>
        <translation>Unter 0,07 zeigen die Pixel keine Cluster.</translation>
    </message>
    <message>
        <source>How alike the classes of half samples are (adjusted Rand index): 1 is the same, 0 is chance.</source>
        <translation>Wie ähnlich die Klassen halber Stichproben sind (adjustierter Rand-Index): 1 ist gleich, 0 ist Zufall.</translation>
    </message>
    <message>
        <source>For each number of classes, a map and the mean spectra, with the share of each class in the sample. The names of classes are guesses from their spectra alone.</source>
        <translation>Für jede Klassenzahl eine Karte und die mittleren Spektren, mit dem Anteil jeder Klasse an der Stichprobe. Die Namen der Klassen sind Vermutungen allein nach ihren Spektren.</translation>
    </message>
    <message>
        <source>{path} is the header of {kind}, not of an ENVI spectral library; choose another file.</source>
        <translation>{path} ist der Header einer anderen Art von Datei ({kind}), nicht einer ENVI-Spektralbibliothek; eine andere Datei auswählen.</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>spectrum {number}</source>
        <translation>Spektrum {number}</translation>
    </message>
    <message>
        <source>{path} describes complex numbers or several bands, which are no spectral library; choose another file.</source>
        <translation>{path} beschreibt komplexe Zahlen oder mehrere Kanäle, die keine Spektralbibliothek sind; eine andere Datei auswählen.</translation>
    </message>
    <message>
        <source>{path} has {size:,} bytes, but its header describes {needed:,}; copy both files again.</source>
        <translation>{path} hat {size:,} Byte, aber der zugehörige Header beschreibt {needed:,}; beide Dateien noch einmal kopieren.</translation>
    </message>
    <message>
        <source>{path} is a header without its data; put {data} beside it.</source>
        <translation>{path} ist ein Header ohne seine Daten; {data} daneben ablegen.</translation>
    </message>
    <message>
        <source>{path} has no whole number for &quot;{key}&quot;, which an ENVI header needs; correct it.</source>
        <translation>{path} hat keine ganze Zahl für „{key}“, die ein ENVI-Header braucht; berichtigen.</translation>
    </message>
    <message>
        <source>{path} has {found} numbers for &quot;{key}&quot;, but {bands} bands; correct it.</source>
        <translation>{path} hat {found} Zahlen für „{key}“, aber {bands} Kanäle; berichtigen.</translation>
    </message>
    <message>
        <source>{path} holds no spectrum with values; choose another library.</source>
        <translation>{path} enthält kein Spektrum mit Werten; eine andere Bibliothek auswählen.</translation>
    </message>
    <message>
        <source>{path} does not say what unit its wavelengths have ({unit}); give them in nm or micrometers.</source>
        <translation>{path} gibt nicht an, welche Einheit die Wellenlängen haben ({unit}); sie in nm oder Mikrometern angeben.</translation>
    </message>
    <message>
        <source>none is given</source>
        <translation>keine angegeben</translation>
    </message>
    <message>
        <source>{path} does not say in which unit its wavelengths are; {unit} are assumed, as they go from {low} to {high}.</source>
        <translation>{path} gibt nicht an, in welcher Einheit die Wellenlängen sind; {unit} werden angenommen, da sie von {low} bis {high} reichen.</translation>
    </message>
    <message>
        <source>micrometers</source>
        <translation>Mikrometer</translation>
    </message>
    <message>
        <source>{path} has values up to {value} when they are read in the unit that it states, which no reflectance is; check its unit.</source>
        <translation>{path} hat Werte bis {value}, wenn sie in der angegebenen Einheit gelesen werden, was kein Reflexionsgrad ist; die Einheit prüfen.</translation>
    </message>
    <message>
        <source>reflectance from 0 to 1</source>
        <translation>Reflexionsgrad von 0 bis 1</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>reflectance times 10,000</source>
        <translation>Reflexionsgrad mal 10.000</translation>
    </message>
    <message>
        <source>{path} does not say in which unit its values are; {unit} is assumed, as they go up to {value}.</source>
        <translation>{path} gibt nicht an, in welcher Einheit die Werte sind; angenommen wird: {unit}, da sie bis {value} reichen.</translation>
    </message>
    <message>
        <source>{path} has values up to {value}, which no unit of reflectance has (0 to 1, percent, times 10,000); choose a library of reflectance.</source>
        <translation>{path} hat Werte bis {value}, die keine Einheit des Reflexionsgrads hat (0 bis 1, Prozent, mal 10.000); eine Bibliothek mit Reflexionsgraden auswählen.</translation>
    </message>
    <message>
        <source>{path} is a folder; choose a file of spectra.</source>
        <translation>{path} ist ein Ordner; eine Datei mit Spektren auswählen.</translation>
    </message>
    <message>
        <source>The wavelengths of {owner} are not those of {name}; choose spectra of the same range.</source>
        <translation>Die Wellenlängen von {owner} sind nicht die von {name}; Spektren desselben Bereichs auswählen.</translation>
    </message>
    <message>
        <source>{owner} has {bands} bands; its spectra are resampled by FWHM to the {found} bands of {name} that they overlap.</source>
        <translation>{owner} hat {bands} Kanäle; die Spektren werden anhand der FWHM auf die {found} Kanäle von {name} umgerechnet, die sie überlappen.</translation>
    </message>
    <message>
        <source>No valid pixel is left, because none of the places lies in {name}; choose others, or an image of their surroundings.</source>
        <translation>Kein gültiges Pixel bleibt übrig, weil keine der Stellen in {name} liegt; andere auswählen, oder ein Bild ihrer Umgebung.</translation>
    </message>
    <message>
        <source>No place of {name} is as green or bright as asked for; choose lower limits.</source>
        <translation>Keine Stelle von {name} ist so grün oder hell wie verlangt; niedrigere Grenzen wählen.</translation>
    </message>
    <message>
        <source>{name} has no valid pixel at any of the places: it has no data there, or its mask leaves them out; choose others.</source>
        <translation>{name} hat an keiner der Stellen ein gültiges Pixel: Dort fehlen Daten, oder die Maske lässt sie aus; andere auswählen.</translation>
    </message>
    <message>
        <source>Spectra of {name}, reflectance</source>
        <translation>Spektren von {name}, Reflexionsgrad</translation>
    </message>
    <message>
        <source>{path}: line {number}, &quot;{text}&quot;, has not {columns} numbers as those above; correct it.</source>
        <translation>{path}: Zeile {number}, „{text}“, hat nicht {columns} Zahlen wie die darüber; berichtigen.</translation>
    </message>
    <message>
        <source>{path} is no text file of spectra; choose an ENVI spectral library, a table (CSV), or text with columns of wavelengths and reflectance.</source>
        <translation>{path} ist keine Textdatei mit Spektren; eine ENVI-Spektralbibliothek, eine Tabelle (CSV) oder Text mit Spalten für Wellenlängen und Reflexionsgrad auswählen.</translation>
    </message>
    <message>
        <source>{path} holds no columns of wavelengths and reflectance; choose an ENVI spectral library, a table that this plugin wrote (CSV), or text of an ASD spectrometer or of the ECOSTRESS library.</source>
        <translation>{path} enthält keine Spalten für Wellenlängen und Reflexionsgrad; eine ENVI-Spektralbibliothek, eine von dieser Erweiterung geschriebene Tabelle (CSV) oder Text eines ASD-Spektrometers oder der ECOSTRESS-Bibliothek auswählen.</translation>
    </message>
    <message>
        <source>{path} holds &quot;{quantity}&quot;, not reflectance; choose spectra of reflectance.</source>
        <translation>{path} enthält „{quantity}“, nicht Reflexionsgrad; Spektren mit Reflexionsgraden auswählen.</translation>
    </message>
    <message>
        <source>maximum likelihood</source>
        <translation>Maximum-Likelihood</translation>
    </message>
    <message>
        <source>gaussian</source>
        <translation>Gauß</translation>
    </message>
    <message>
        <source>classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>The classifier that an earlier run wrote.</source>
        <translation>Der Klassifikator, den ein früherer Lauf geschrieben hat.</translation>
    </message>
    <message>
        <source>gmlc</source>
        <translation>GMLC</translation>
    </message>
    <message>
        <source>maxlik</source>
        <translation>maxlik</translation>
    </message>
    <message>
        <source>qda</source>
        <translation>QDA</translation>
    </message>
    <message>
        <source>lda</source>
        <translation>LDA</translation>
    </message>
    <message>
        <source>discriminant</source>
        <translation>Diskriminanzanalyse</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>species</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Gaussian classifier</source>
        <translation>Gauß-Klassifikator</translation>
    </message>
    <message>
        <source>In place of tiles, a raster such as cleaned reflectance or component scores; all bands are read.</source>
        <translation>Anstelle von Kacheln ein Raster, zum Beispiel bereinigter Reflexionsgrad oder Komponentenwerte; alle Kanäle werden gelesen.</translation>
    </message>
    <message>
        <source>Share of variance to keep (0: classify by the bands)</source>
        <translation>Zu behaltender Anteil der Varianz (0: nach den Kanälen klassifizieren)</translation>
    </message>
    <message>
        <source>Classify by the fewest principal components of the image that hold this share of the variance of all bands, which need fewer samples. 0: by the bands themselves, which is slower and can tell apart what differs in a few bands only.</source>
        <translation>Nach den wenigsten Hauptkomponenten des Bildes klassifizieren, die diesen Anteil der Varianz aller Kanäle enthalten; sie brauchen weniger Trainingspixel. 0: nach den Kanälen selbst, was langsamer ist und trennen kann, was sich nur in wenigen Kanälen unterscheidet.</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>A table of held-out pixels: a row for each class that they got, a column for each true class, then user&apos;s and producer&apos;s accuracy with confidence intervals.</source>
        <translation>Eine Tabelle der zurückgehaltenen Pixel: eine Zeile für jede Klasse, die sie erhielten, eine Spalte für jede wahre Klasse, dazu Nutzer- und Produzentengenauigkeit mit Konfidenzintervallen.</translation>
    </message>
    <message>
        <source>Overall accuracy (0 to 1)</source>
        <translation>Gesamtgenauigkeit (0 bis 1)</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Finding the training pixels</source>
        <translation>Trainingspixel werden gesucht</translation>
    </message>
    <message>
        <source>Reading the image</source>
        <translation>Bild wird gelesen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>The class raster to write (GeoTIFF), with the numbers, names and colours of the classes.</source>
        <translation>Das zu schreibende Klassenraster (GeoTIFF), mit den Nummern, Namen und Farben der Klassen.</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>The probability of the class of each pixel among all classes (GeoTIFF, Float32), 0 to 1: low where two classes fit alike.</source>
        <translation>Die Wahrscheinlichkeit der Klasse jedes Pixels unter allen Klassen (GeoTIFF, Float32), 0 bis 1: niedrig, wo zwei Klassen gleich gut passen.</translation>
    </message>
    <message>
        <source>Confidence - {}</source>
        <translation>Konfidenz - {}</translation>
    </message>
    <message>
        <source>Training points or polygons</source>
        <translation>Trainingspunkte oder -polygone</translation>
    </message>
    <message>
        <source>Where the class is known, in any coordinate reference system: a point stands for the pixel that it lies in, a polygon for those whose centre lies in it, or for the one under its centroid where it is smaller than a pixel. Pixels that several classes claim are left out.</source>
        <translation>Wo die Klasse bekannt ist, in einem beliebigen Koordinatenbezugssystem: Ein Punkt steht für das Pixel, in dem er liegt, ein Polygon für diejenigen, deren Mittelpunkt in ihm liegt, oder, wo es kleiner als ein Pixel ist, für das unter seinem Schwerpunkt. Pixel, die mehrere Klassen beanspruchen, werden ausgelassen.</translation>
    </message>
    <message>
        <source>Of points and polygons: the field of their classes, text or whole numbers. Features whose field is empty are left out.</source>
        <translation>Bei Punkten und Polygonen: das Feld mit ihren Klassen, Text oder ganze Zahlen. Objekte, deren Feld leer ist, werden ausgelassen.</translation>
    </message>
    <message>
        <source>Field of groups</source>
        <translation>Feld der Gruppen</translation>
    </message>
    <message>
        <source>Of points and polygons: what they belong to, such as a plot. Those of a group are trained or tested with together, as they are more alike than others. Empty: each feature is a group.</source>
        <translation>Bei Punkten und Polygonen: wozu sie gehören, zum Beispiel zu einer Probefläche. Die Objekte einer Gruppe werden zusammen zum Trainieren oder Testen verwendet, da sie einander ähnlicher sind als anderen. Leer: Jedes Objekt ist eine Gruppe.</translation>
    </message>
    <message>
        <source>Share of the samples to test with</source>
        <translation>Anteil der Trainingsdaten zum Testen</translation>
    </message>
    <message>
        <source>So many of the polygons, points or groups of each class, or pixels of a class raster, are not used to train but to test. Where a class has fewer than 10, all are tested in turn, five times, each by a classifier trained with the others. 0: the accuracy is not tested.</source>
        <translation>So viele der Polygone, Punkte oder Gruppen jeder Klasse oder der Pixel eines Klassenrasters dienen nicht zum Trainieren, sondern zum Testen. Wo eine Klasse weniger als 10 hat, werden alle reihum getestet, fünfmal, jeweils mit einem Klassifikator, der mit den übrigen trainiert wurde. 0: Die Genauigkeit wird nicht getestet.</translation>
    </message>
    <message>
        <source>Prior probabilities</source>
        <translation>A-priori-Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Shares of the training pixels</source>
        <translation>Anteile der Trainingspixel</translation>
    </message>
    <message>
        <source>From a table</source>
        <translation>Aus einer Tabelle</translation>
    </message>
    <message>
        <source>How frequent classes are expected to be: 0 all alike; 1 as the training pixels, which suits samples that were drawn at random; 2 as a table says. Of pixels that suit several classes, frequent ones get more.</source>
        <translation>Wie häufig die Klassen erwartet werden: 0 alle gleich; 1 wie die Trainingspixel, was für zufällig gezogene Trainingsdaten geeignet ist; 2 wie in einer Tabelle angegeben. Von Pixeln, die zu mehreren Klassen passen, erhalten häufige Klassen mehr.</translation>
    </message>
    <message>
        <source>Table of priors</source>
        <translation>Tabelle der A-priori-Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>For priors from a table: a CSV file with the columns &quot;class&quot; (name or number) and &quot;prior&quot; or &quot;pixels&quot;, such as the class counts of an earlier map. The sum does not matter.</source>
        <translation>Für A-priori-Wahrscheinlichkeiten aus einer Tabelle: eine CSV-Datei mit den Spalten „class“ (Name oder Nummer) und „prior“ oder „pixels“, zum Beispiel die Pixelzahlen der Klassen einer früheren Karte. Auf die Summe kommt es nicht an.</translation>
    </message>
    <message>
        <source>Share to reject</source>
        <translation>Zurückzuweisender Anteil</translation>
    </message>
    <message>
        <source>Leave pixels unclassified that are farther from their class than all but this share of its own pixels would be, such as 0.01. Unclassified pixels are 0, and no data has another number (255, or 65535 for many classes). 0: every pixel gets a class.</source>
        <translation>Pixel nicht klassifizieren, die weiter von ihrer Klasse entfernt sind, als es bis auf diesen Anteil alle ihrer eigenen Pixel wären, zum Beispiel 0,01. Nicht klassifizierte Pixel sind 0, und fehlende Daten haben eine andere Zahl (255, oder 65535 bei vielen Klassen). 0: Jedes Pixel erhält eine Klasse.</translation>
    </message>
    <message>
        <source>Share of the pooled covariance</source>
        <translation>Anteil der gemeinsamen Kovarianz</translation>
    </message>
    <message>
        <source>How much of the covariance of a class is that of all classes together, which makes up for few samples. Empty: the share for each class with which held-out samples are most likely. 0: none, as SPy does, which needs more samples in each class than bands or components. 1: all classes have the same covariance.</source>
        <translation>Zu welchem Teil die Kovarianz einer Klasse die aller Klassen zusammen ist, was wenige Trainingsdaten ausgleicht. Leer: für jede Klasse der Anteil, bei dem zurückgehaltene Pixel am wahrscheinlichsten sind. 0: keiner, wie bei SPy, was in jeder Klasse mehr Trainingspixel als Kanäle oder Komponenten erfordert. 1: Alle Klassen haben dieselbe Kovarianz.</translation>
    </message>
    <message>
        <source>{parameter} is missing; choose a table, or other priors.</source>
        <translation>{parameter} fehlt; eine Tabelle oder andere A-priori-Wahrscheinlichkeiten auswählen.</translation>
    </message>
    <message numerus="yes">
        <source>{count} classes have only one training pixel, so that their spread is not known, and are left out: {names}.</source>
        <translation>
            <numerusform>{count} Klasse hat nur ein Trainingspixel, sodass ihre Streuung nicht bekannt ist, und wird ausgelassen: {names}.</numerusform>
            <numerusform>{count} Klassen haben nur ein Trainingspixel, sodass ihre Streuung nicht bekannt ist, und werden ausgelassen: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The training samples have {classes}; a classifier needs at least 2, with {least} pixels each; choose other samples or another field.</source>
        <translation>Die Trainingsdaten haben {classes}; ein Klassifikator braucht mindestens 2, mit je {least} Pixeln; andere Trainingsdaten oder ein anderes Feld auswählen.</translation>
    </message>
    <message numerus="yes">
        <source>{count} classes with enough pixels</source>
        <translation>
            <numerusform>{count} Klasse mit genügend Pixeln</numerusform>
            <numerusform>{count} Klassen mit genügend Pixeln</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>Classes with fewer than {least:,} training pixels, {factor} for each of the {features} bands or components: {names}. Their covariances are uncertain.</source>
        <translation>Klassen mit weniger als {least:,} Trainingspixeln, {factor} für jeden der {features} Kanäle oder jede der Komponenten: {names}. Ihre Kovarianzen sind unsicher.</translation>
    </message>
    <message>
        <source>No class has enough training samples to hold some out, so that the accuracy is not known.</source>
        <translation>Keine Klasse hat genügend Trainingsdaten, um welche zurückzuhalten, sodass die Genauigkeit nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Of classes with one polygon or group, nothing can be held out, so they are not tested: {names}.</source>
        <translation>Von Klassen mit nur einem Polygon oder einer Gruppe kann nichts zurückgehalten werden, daher werden sie nicht getestet: {names}.</translation>
    </message>
    <message>
        <source>Probability of the class</source>
        <translation>Wahrscheinlichkeit der Klasse</translation>
    </message>
    <message numerus="yes">
        <source>{count} of {all:,} pixels are unclassified: they are too far from every class.</source>
        <translation>
            <numerusform>{count} von {all:,} Pixeln ist nicht klassifiziert: Es ist von jeder Klasse zu weit entfernt.</numerusform>
            <numerusform>{count} von {all:,} Pixeln sind nicht klassifiziert: Sie sind von jeder Klasse zu weit entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each class has only one training sample, so that their spread is not known; give more samples.</source>
        <translation>Jede Klasse hat nur ein Trainingspixel, sodass ihre Streuung nicht bekannt ist; mehr Trainingsdaten angeben.</translation>
    </message>
    <message>
        <source>The training samples of each class are the same in some band or component, so that their spread is not known; give more samples, or use fewer components.</source>
        <translation>Die Trainingspixel jeder Klasse sind in einem Kanal oder einer Komponente gleich, sodass ihre Streuung nicht bekannt ist; mehr Trainingsdaten angeben oder weniger Komponenten verwenden.</translation>
    </message>
    <message>
        <source>Without the pooled covariance, each class needs at least {needed} training samples, one more than there are bands or components ({few}); leave its share empty, or use fewer components.</source>
        <translation>Ohne die gemeinsame Kovarianz braucht jede Klasse mindestens {needed} Trainingspixel, eines mehr, als es Kanäle oder Komponenten gibt ({few}); ihren Anteil leer lassen oder weniger Komponenten verwenden.</translation>
    </message>
    <message>
        <source>{path} is not a classifier of this plugin; choose one that is.</source>
        <translation>{path} ist kein Klassifikator dieser Erweiterung; einen solchen auswählen.</translation>
    </message>
    <message>
        <source>{path} is no table of priors: it needs the columns &quot;class&quot; and &quot;prior&quot; (or &quot;pixels&quot;).</source>
        <translation>{path} ist keine Tabelle von A-priori-Wahrscheinlichkeiten: Nötig sind die Spalten „class“ und „prior“ (oder „pixels“).</translation>
    </message>
    <message>
        <source>{path} has no prior above 0 for the class {name}; add it.</source>
        <translation>{path} hat für die Klasse {name} keine A-priori-Wahrscheinlichkeit über 0; sie hinzufügen.</translation>
    </message>
    <message>
        <source>{classes}; accuracy not tested.</source>
        <translation>{classes}; Genauigkeit nicht getestet.</translation>
    </message>
    <message>
        <source>{classes}; {share} % of {pixels} are right, kappa {kappa}.</source>
        <translation>{classes}; richtig sind {share} % ({pixels}), Kappa {kappa}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} held-out pixels</source>
        <translation>
            <numerusform>{count} zurückgehaltenes Pixel</numerusform>
            <numerusform>{count} zurückgehaltene Pixel</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} % of the pixels have a probability below 0.5, and {sure} % one above 0.95.</source>
        <translation>{share} % der Pixel haben eine Wahrscheinlichkeit unter 0,5 und {sure} % eine über 0,95.</translation>
    </message>
    <message>
        <source>The probability compares the classes with each other: a pixel of something that is none of them can have a high one. A share to reject leaves such pixels unclassified.</source>
        <translation>Die Wahrscheinlichkeit vergleicht die Klassen miteinander: Auch ein Pixel, das zu keiner von ihnen gehört, kann eine hohe haben. Ein zurückzuweisender Anteil lässt solche Pixel ohne Klasse.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>No samples were held out, so that it is not known.</source>
        <translation>Es wurden keine Trainingsdaten zurückgehalten, daher ist sie nicht bekannt.</translation>
    </message>
    <message>
        <source>Overall {overall}, kappa {kappa}.</source>
        <translation>Gesamt {overall}, Kappa {kappa}.</translation>
    </message>
    <message>
        <source>Not tested, having one polygon or group: {names}.</source>
        <translation>Nicht getestet, da nur ein Polygon oder eine Gruppe vorhanden ist: {names}.</translation>
    </message>
    <message>
        <source>User&apos;s accuracy is the share of the held-out pixels classified as a class that belong to it; producer&apos;s accuracy is the share of those of a class that were found. In brackets: 95 % confidence intervals (Wilson), wider where pixels of a polygon or group are right or wrong together. They hold for places like the samples; for the map only where the samples were drawn at random from it.</source>
        <translation>Die Nutzergenauigkeit ist der Anteil der als eine Klasse klassifizierten zurückgehaltenen Pixel, die zu ihr gehören; die Produzentengenauigkeit ist der Anteil derer einer Klasse, die gefunden wurden. In Klammern: 95-%-Konfidenzintervalle (Wilson), breiter, wo Pixel eines Polygons oder einer Gruppe gemeinsam richtig oder falsch sind. Sie gelten für Stellen wie die der Trainingsdaten; für die Karte nur, wo diese zufällig aus ihr gezogen wurden.</translation>
    </message>
    <message numerus="yes">
        <source>{count} polygons, points or groups</source>
        <translation>
            <numerusform>{count} Polygon, Punkt oder Gruppe</numerusform>
            <numerusform>{count} Polygone, Punkte oder Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>{units} were held out in turn, as there are few: each was classified by a classifier that was trained with the others. The map is by one that was trained with all.</source>
        <translation>Reihum zurückgehalten, da es wenige sind: {units}. Jeder Teil wurde mit einem Klassifikator klassifiziert, der mit den übrigen trainiert wurde. Die Karte stammt von einem, der mit allen trainiert wurde.</translation>
    </message>
    <message>
        <source>{units} were held out and not used to train the classifier of the map.</source>
        <translation>Zurückgehalten und nicht zum Trainieren des Klassifikators der Karte verwendet: {units}.</translation>
    </message>
    <message>
        <source>Accuracy of the classes</source>
        <translation>Genauigkeit der Klassen</translation>
    </message>
    <message>
        <source>Held-out pixels</source>
        <translation>Zurückgehaltene Pixel</translation>
    </message>
    <message>
        <source>User&apos;s accuracy</source>
        <translation>Nutzergenauigkeit</translation>
    </message>
    <message>
        <source>Producer&apos;s accuracy</source>
        <translation>Produzentengenauigkeit</translation>
    </message>
    <message>
        <source>There are too many classes to show the confusion matrix; the table (CSV) has it.</source>
        <translation>Es sind zu viele Klassen, um die Konfusionsmatrix zu zeigen; die Tabelle (CSV) enthält sie.</translation>
    </message>
    <message>
        <source>Classified as</source>
        <translation>Klassifiziert als</translation>
    </message>
    <message>
        <source>Rows are the classes that held-out pixels got, columns their true classes.</source>
        <translation>Zeilen sind die Klassen, die zurückgehaltene Pixel bekommen haben, Spalten ihre wahren Klassen.</translation>
    </message>
    <message>
        <source>Training pixels</source>
        <translation>Trainingspixel</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>A-priori-Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Largest squared distance</source>
        <translation>Größter quadrierter Abstand</translation>
    </message>
    <message>
        <source>The classes are normal distributions of {features}. The covariance of a class is that of its own pixels and, to the share in the table, that of all classes together (pooled), of which a share of {diagonal} is diagonal. The former shares are those with which held-out pixels are most likely, unless they were given; the latter is that with which held-out pixels most probably get their class.</source>
        <translation>Die Klassen sind Normalverteilungen von {features}. Die Kovarianz einer Klasse ist die ihrer eigenen Pixel und, zu dem Anteil in der Tabelle, die aller Klassen zusammen (gepoolt), von der ein Anteil von {diagonal} diagonal ist. Die ersteren Anteile sind die, mit denen zurückgehaltene Pixel am wahrscheinlichsten sind, falls sie nicht vorgegeben wurden; der letztere ist der, mit dem zurückgehaltene Pixel am wahrscheinlichsten ihre Klasse bekommen.</translation>
    </message>
    <message>
        <source>Jeffries-Matusita distance of each pair of classes, from 0 (the same) to 2 (apart)</source>
        <translation>Jeffries-Matusita-Abstand jedes Paars von Klassen, von 0 (gleich) bis 2 (getrennt)</translation>
    </message>
    <message>
        <source>Jeffries-Matusita distance of pairs</source>
        <translation>Jeffries-Matusita-Abstand der Paare</translation>
    </message>
    <message>
        <source>The pairs that are hardest to tell apart</source>
        <translation>Die am schwersten zu trennenden Paare</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>From 0 to 2: above {good} classes are told apart well, below {poor} badly. It is computed of the normal distributions of the classifier, and does not know how pixels elsewhere differ.</source>
        <translation>Von 0 bis 2: Über {good} sind Klassen gut zu trennen, unter {poor} schlecht. Der Abstand wird aus den Normalverteilungen des Klassifikators berechnet und weiß nicht, wie Pixel anderswo abweichen.</translation>
    </message>
    <message>
        <source>Separability</source>
        <translation>Trennbarkeit</translation>
    </message>
    <message>
        <source>{share} % ({low} to {high})</source>
        <translation>{share} % ({low} bis {high})</translation>
    </message>
    <message>
        <source>anomaly</source>
        <translation>Anomalie</translation>
    </message>
    <message>
        <source>anomaly detection</source>
        <translation>Anomalieerkennung</translation>
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
        <translation>Ausreißer</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>rare</source>
        <translation>selten</translation>
    </message>
    <message>
        <source>unusual</source>
        <translation>ungewöhnlich</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>Anomalien</translation>
    </message>
    <message>
        <source>Find the pixels whose spectra are unlike those of the whole image (RX detector).</source>
        <translation>Die Pixel finden, deren Spektren anders sind als die des ganzen Bildes (RX-Detektor).</translation>
    </message>
    <message>
        <source>Measures how far the spectrum of each pixel is from the mean of the image, in units of the spread of all pixels (RX detector of Reed and Yu, squared Mahalanobis distance). What is rare stands out, such as a single roof, a vehicle or a defect of the sensor, which k-means puts into the nearest large class.
A limit by probability holds for a normal distribution. Images of several surfaces are none, and a tenth of their pixels can exceed it; then set the share of pixels that are to be found.
The mask of anomalies can be used as the mask of other algorithms.
Tiles, or one raster: give one of the two. It does not suit things that cover much of the image, nor bands that are copies of others.</source>
        <translation>Misst, wie weit das Spektrum jedes Pixels vom Mittel des Bildes entfernt ist, in Einheiten der Streuung aller Pixel (RX-Detektor von Reed und Yu, quadrierte Mahalanobis-Distanz). Seltenes tritt hervor, etwa ein einzelnes Dach, ein Fahrzeug oder ein Fehler des Sensors, das K-Means der nächsten großen Klasse zuschlägt.
Eine Grenze nach Wahrscheinlichkeit gilt für eine Normalverteilung. Bilder mehrerer Oberflächen sind keine, und ein Zehntel ihrer Pixel kann sie überschreiten; geben Sie dann den Anteil der Pixel an, die gefunden werden sollen.
Die Maske der Anomalien kann als Maske anderer Algorithmen dienen.
Kacheln oder ein Raster: geben Sie eines von beiden an. Nicht geeignet für Dinge, die einen großen Teil des Bildes bedecken, und für Kanäle, die Kopien anderer sind.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster with several bands, such as cleaned reflectance; all bands are read.</source>
        <translation>Anstelle von Kacheln ein Raster mit mehreren Kanälen, etwa bereinigter Reflexionsgrad; alle Kanäle werden gelesen.</translation>
    </message>
    <message>
        <source>RX score</source>
        <translation>RX-Wert</translation>
    </message>
    <message>
        <source>The squared Mahalanobis distance of each pixel to the mean of the image (GeoTIFF, Float32).</source>
        <translation>Die quadrierte Mahalanobis-Distanz jedes Pixels zum Mittel des Bildes (GeoTIFF, Float32).</translation>
    </message>
    <message>
        <source>A mask (GeoTIFF, Byte): 1 where a pixel is an anomaly, 0 where it is none.</source>
        <translation>Eine Maske (GeoTIFF, Byte): 1, wo ein Pixel eine Anomalie ist, 0, wo nicht.</translation>
    </message>
    <message>
        <source>Pixels that are anomalies</source>
        <translation>Pixel, die Anomalien sind</translation>
    </message>
    <message>
        <source>Least score of an anomaly</source>
        <translation>Kleinster Wert einer Anomalie</translation>
    </message>
    <message>
        <source>Probability of smaller scores</source>
        <translation>Wahrscheinlichkeit kleinerer Werte</translation>
    </message>
    <message>
        <source>A pixel is an anomaly when fewer than 1 in 1,000 pixels of a normal distribution (for 0.999) would have its score, by the chi-square distribution.</source>
        <translation>Ein Pixel ist eine Anomalie, wenn weniger als 1 von 1.000 Pixeln einer Normalverteilung (bei 0.999) seinen Wert hätte, nach der Chi-Quadrat-Verteilung.</translation>
    </message>
    <message>
        <source>Share of anomalies (%)</source>
        <translation>Anteil der Anomalien (%)</translation>
    </message>
    <message>
        <source>In place of a probability: the pixels with the highest scores are anomalies, this share of all.</source>
        <translation>Anstelle einer Wahrscheinlichkeit: die Pixel mit den höchsten Werten sind Anomalien, dieser Anteil an allen.</translation>
    </message>
    <message>
        <source>Finding anomalies</source>
        <translation>Anomalien werden gesucht</translation>
    </message>
    <message>
        <source>Anomalies - {}</source>
        <translation>Anomalien - {}</translation>
    </message>
    <message>
        <source>RX score - {}</source>
        <translation>RX-Wert - {}</translation>
    </message>
    <message>
        <source>random forest</source>
        <translation>Random Forest</translation>
    </message>
    <message>
        <source>trees</source>
        <translation>Bäume</translation>
    </message>
    <message>
        <source>svm</source>
        <translation>svm</translation>
    </message>
    <message>
        <source>Classify further tiles or a raster with the classifier of an earlier run.</source>
        <translation>Weitere Kacheln oder ein Raster mit dem Klassifikator eines früheren Laufs klassifizieren.</translation>
    </message>
    <message>
        <source>mnf</source>
        <translation>mnf</translation>
    </message>
    <message>
        <source>Compute the components (PCA or MNF) of an earlier run for further tiles or a raster.</source>
        <translation>Die Komponenten (PCA oder MNF) eines früheren Laufs für weitere Kacheln oder ein Raster berechnen.</translation>
    </message>
    <message>
        <source>Computes the same components as an earlier run of principal components or minimum noise fraction, so that a new raster joins an earlier one: the same bands with the same weights, centred by the means of the earlier image. The bands of the model are found in the image by wavelength.
Tiles, or one raster: give one of the two. Tiles are read one after the other, so that a whole site needs the memory of one tile. Pixels without data stay without data.
Colours depend on the model only, so that neighbouring rasters look alike.
The names of the bands tell shares of the variance, or signal-to-noise ratios, of the earlier image. Where the new one shows other surfaces, the components may hold less of its variance.</source>
        <translation>Berechnet dieselben Komponenten wie ein früherer Lauf von Hauptkomponenten oder Minimum Noise Fraction, sodass ein neues Raster an ein früheres anschließt: dieselben Kanäle mit denselben Gewichten, zentriert um die Mittel des früheren Bildes. Die Kanäle des Modells werden im Bild nach Wellenlänge gefunden.
Kacheln oder ein Raster: geben Sie eines von beiden an. Kacheln werden nacheinander gelesen, sodass ein ganzes Gebiet den Speicher einer Kachel braucht. Pixel ohne Daten bleiben ohne Daten.
Die Farben hängen nur vom Modell ab, sodass benachbarte Raster gleich aussehen.
Die Namen der Kanäle nennen Anteile der Varianz oder Signal-Rausch-Verhältnisse des früheren Bildes. Wo das neue andere Oberflächen zeigt, enthalten die Komponenten womöglich weniger von seiner Varianz.</translation>
    </message>
    <message>
        <source>Finds the bands nearest to three wavelengths, stretches them between two percentiles of their values, and writes them as red, green and blue. Pixels without data are transparent. Only these bands are read.
In true colour the three bands are stretched alike, as NEON&apos;s lessons do, so that grey stays grey; in other composites each is stretched by itself.
Give either a tile (HDF5) or a raster whose bands have wavelengths, such as cleaned reflectance. In colour infrared, as in aerial photographs, plants are red; that of NEON&apos;s lessons has green and blue in place of red and green.
The picture is for looking at: brightness does not compare between pictures.</source>
        <translation>Findet die Kanäle, die drei Wellenlängen am nächsten liegen, streckt sie zwischen zwei Perzentilen ihrer Werte und schreibt sie als Rot, Grün und Blau. Pixel ohne Daten sind durchsichtig. Nur diese Kanäle werden gelesen.
In Echtfarben werden die drei Kanäle gleich gestreckt wie in NEONs Lektionen, damit Grau grau bleibt; in anderen Komposita jedes für sich.
Geben Sie entweder eine Kachel (HDF5) oder ein Raster an, dessen Kanäle Wellenlängen haben, etwa bereinigter Reflexionsgrad. In Farbinfrarot sind Pflanzen rot wie in Luftbildern; das aus NEONs Lektionen hat Grün und Blau anstelle von Rot und Grün.
Das Bild ist zum Ansehen: Helligkeiten verschiedener Bilder sind nicht vergleichbar.</translation>
    </message>
    <message>
        <source>continuum removed</source>
        <translation>Kontinuum entfernt</translation>
    </message>
    <message>
        <source>convex hull</source>
        <translation>konvexe Hülle</translation>
    </message>
    <message>
        <source>hull quotient</source>
        <translation>Hüllenquotient</translation>
    </message>
    <message>
        <source>absorption</source>
        <translation>Absorption</translation>
    </message>
    <message>
        <source>band depth</source>
        <translation>Bandtiefe</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>chlorophyll</source>
        <translation>Chlorophyll</translation>
    </message>
    <message>
        <source>cellulose</source>
        <translation>Zellulose</translation>
    </message>
    <message>
        <source>clay</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>mineral</source>
        <translation>Mineral</translation>
    </message>
    <message>
        <source>Continuum removal</source>
        <translation>Kontinuumsentfernung</translation>
    </message>
    <message>
        <source>Divide spectra by their convex hull, and measure absorption features: depth, position and area.</source>
        <translation>Spektren durch ihre konvexe Hülle teilen und Absorptionsmerkmale messen: Tiefe, Lage und Fläche.</translation>
    </message>
    <message>
        <source>Divides each spectrum by its continuum, a line of straight pieces that lies on its highest points. What is left is 1 there and less where light is absorbed, whatever the brightness, so that absorption can be compared.
Of each range of wavelengths, the features are the depth of the deepest band, its position and the area above the curve: 560-760 nm for chlorophyll, 2000-2220 nm for dry plants, 2120-2260 nm for clay, 2280-2380 nm for carbonate.
It does not suit dark pixels such as water and deep shade, where noise makes features, nor ranges across the windows of water vapour.</source>
        <translation>Teilt jedes Spektrum durch sein Kontinuum, eine Linie aus geraden Stücken, die auf seinen höchsten Punkten liegt. Übrig bleibt dort 1 und weniger, wo Licht absorbiert wird, unabhängig von der Helligkeit, sodass Absorption vergleichbar wird.
Merkmale jedes Wellenlängenbereichs sind die Tiefe des tiefsten Kanals, seine Lage und die Fläche über der Kurve: 560-760 nm für Chlorophyll, 2000-2220 nm für trockene Pflanzen, 2120-2260 nm für Ton, 2280-2380 nm für Karbonat.
Nicht geeignet für dunkle Pixel wie Wasser und tiefen Schatten, wo Rauschen Merkmale erzeugt, und für Bereiche über die Fenster des Wasserdampfs hinweg.</translation>
    </message>
    <message>
        <source>Ranges of wavelengths (nm)</source>
        <translation>Wellenlängenbereiche (nm)</translation>
    </message>
    <message>
        <source>Ranges such as &quot;560-760, 2120-2260&quot;, each with a continuum of its own between its ends; only their bands are read. Empty: one continuum of all good bands, and the deepest feature of all.</source>
        <translation>Bereiche wie &quot;560-760, 2120-2260&quot;, jeder mit einem eigenen Kontinuum zwischen seinen Enden; nur ihre Kanäle werden gelesen. Leer: ein Kontinuum aller guten Kanäle und das tiefste Merkmal von allen.</translation>
    </message>
    <message>
        <source>Spectra without continuum</source>
        <translation>Spektren ohne Kontinuum</translation>
    </message>
    <message>
        <source>The raster to write (GeoTIFF, Float32): a band for each band that is read, range by range. Of all bands of a tile, it is some hundred MB.</source>
        <translation>Das zu schreibende Raster (GeoTIFF, Float32): ein Kanal für jeden gelesenen Kanal, Bereich für Bereich. Für alle Kanäle einer Kachel sind es einige hundert MB.</translation>
    </message>
    <message>
        <source>Absorption features</source>
        <translation>Absorptionsmerkmale</translation>
    </message>
    <message>
        <source>A raster (GeoTIFF, Float32) with depth, position (nm) and area (nm) of each range.</source>
        <translation>Ein Raster (GeoTIFF, Float32) mit Tiefe, Lage (nm) und Fläche (nm) jedes Bereichs.</translation>
    </message>
    <message>
        <source>No result is wanted; give {one} or {other} a file.</source>
        <translation>Es ist kein Ergebnis gewünscht; geben Sie {one} oder {other} eine Datei.</translation>
    </message>
    <message>
        <source>Removing the continuum</source>
        <translation>Das Kontinuum wird entfernt</translation>
    </message>
    <message>
        <source>Absorption features - {}</source>
        <translation>Absorptionsmerkmale - {}</translation>
    </message>
    <message>
        <source>Without continuum - {}</source>
        <translation>Ohne Kontinuum - {}</translation>
    </message>
    <message>
        <source>endmember extraction</source>
        <translation>Endmember-Extraktion</translation>
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
        <translation>Vertex Component Analysis</translation>
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
        <translation>Pixel Purity Index</translation>
    </message>
    <message>
        <source>hysime</source>
        <translation>hysime</translation>
    </message>
    <message>
        <source>unmixing</source>
        <translation>Entmischung</translation>
    </message>
    <message>
        <source>pure pixels</source>
        <translation>reine Pixel</translation>
    </message>
    <message>
        <source>simplex</source>
        <translation>Simplex</translation>
    </message>
    <message>
        <source>Endmembers</source>
        <translation>Endmember</translation>
    </message>
    <message>
        <source>Find the purest spectra of tiles or a raster, which all other pixels are mixtures of.</source>
        <translation>Die reinsten Spektren von Kacheln oder einem Raster finden, aus denen alle anderen Pixel gemischt sind.</translation>
    </message>
    <message>
        <source>Finds pixels whose spectra are the corners of all spectra, so that the others are mixtures of them, for Unmixing.
N-FINDR looks for the pixels that span the largest simplex of principal components; vertex component analysis (VCA) is quicker and does nearly as well. SMACC looks for the edges of a cone, brightest first, and the pixel purity index (PPI) for pixels that are most often extreme.
The spectra of N-FINDR and VCA are as far as the components hold them, with less noise than the pixel.
It does not suit images without pure pixels, as of forests at 30 m: corners are then mixtures too. Extreme pixels may be cars, glint or faults of the data: look at each on the map, and mask those away.</source>
        <translation>Findet Pixel, deren Spektren die Ecken aller Spektren sind, sodass die anderen Mischungen aus ihnen sind, für die Entmischung.
N-FINDR sucht die Pixel, die den größten Simplex der Hauptkomponenten aufspannen; Vertex Component Analysis (VCA) ist schneller und fast so gut. SMACC sucht die Kanten eines Kegels, die hellsten zuerst, und der Pixel Purity Index (PPI) Pixel, die am häufigsten extrem sind.
Die Spektren von N-FINDR und VCA enthalten nur, was die Komponenten enthalten, mit weniger Rauschen als das Pixel.
Nicht geeignet für Bilder ohne reine Pixel, etwa von Wäldern mit 30 m: dann sind auch die Ecken Mischungen. Extreme Pixel können Autos, Glanz oder Fehler der Daten sein: sehen Sie sich jedes auf der Karte an und maskieren Sie solche.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster such as cleaned reflectance; all bands are read.</source>
        <translation>Anstelle von Kacheln ein Raster, etwa bereinigter Reflexionsgrad; alle Kanäle werden gelesen.</translation>
    </message>
    <message>
        <source>Endmembers (0: as many as the noise allows)</source>
        <translation>Endmember (0: so viele, wie das Rauschen erlaubt)</translation>
    </message>
    <message>
        <source>How many to find, at least 2. 0: as many as there are directions in which the signal is larger than the noise (HySime), which is the most that can be told apart, and often more than are useful.</source>
        <translation>Wie viele zu finden sind, mindestens 2. 0: so viele, wie es Richtungen gibt, in denen das Signal größer ist als das Rauschen (HySime); mehr lassen sich nicht unterscheiden, und oft sind weniger nützlich.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>0 is the best choice for most images. Results of 2 and 3 are those of SPy&apos;s smacc and ppi.</source>
        <translation>0 ist für die meisten Bilder die beste Wahl. Ergebnisse von 2 und 3 sind die von SPys smacc und ppi.</translation>
    </message>
    <message>
        <source>N-FINDR</source>
        <translation>N-FINDR</translation>
    </message>
    <message>
        <source>Vertex component analysis (VCA)</source>
        <translation>Vertex Component Analysis (VCA)</translation>
    </message>
    <message>
        <source>Sequential maximum angle convex cone (SMACC)</source>
        <translation>Sequential Maximum Angle Convex Cone (SMACC)</translation>
    </message>
    <message>
        <source>Pixel purity index (PPI)</source>
        <translation>Pixel Purity Index (PPI)</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Further random starts of N-FINDR and VCA; the largest simplex is kept.</source>
        <translation>Weitere zufällige Starts von N-FINDR und VCA; der größte Simplex wird behalten.</translation>
    </message>
    <message>
        <source>Random directions of PPI</source>
        <translation>Zufällige Richtungen des PPI</translation>
    </message>
    <message>
        <source>In how many random directions the pixel purity index looks for extreme pixels.</source>
        <translation>In wie vielen zufälligen Richtungen der Pixel Purity Index nach extremen Pixeln sucht.</translation>
    </message>
    <message>
        <source>The same seed gives the same result; another seed may give another one.</source>
        <translation>Derselbe Startwert gibt dasselbe Ergebnis; ein anderer kann ein anderes geben.</translation>
    </message>
    <message>
        <source>Spectra of endmembers</source>
        <translation>Spektren der Endmember</translation>
    </message>
    <message>
        <source>A table of the endmembers, dark to bright, that Unmixing and Spectral angle take.</source>
        <translation>Eine Tabelle der Endmember, von dunkel nach hell, für Entmischung und Spektralwinkel.</translation>
    </message>
    <message>
        <source>The endmembers as an ENVI spectral library (.sli with a header .hdr beside it).</source>
        <translation>Die Endmember als ENVI-Spektralbibliothek (.sli mit einem Header .hdr daneben).</translation>
    </message>
    <message>
        <source>Places of endmembers</source>
        <translation>Orte der Endmember</translation>
    </message>
    <message>
        <source>A point at the pixel of each endmember, in the colour of its spectrum.</source>
        <translation>Ein Punkt am Pixel jedes Endmembers, in der Farbe seines Spektrums.</translation>
    </message>
    <message>
        <source>Number of endmembers</source>
        <translation>Anzahl der Endmember</translation>
    </message>
    <message>
        <source>Number that the noise allows (HySime)</source>
        <translation>Anzahl, die das Rauschen erlaubt (HySime)</translation>
    </message>
    <message>
        <source>Volume of the simplex</source>
        <translation>Volumen des Simplex</translation>
    </message>
    <message>
        <source>Endmembers is 1; look for at least 2, or give 0 for as many as the noise allows.</source>
        <translation>Endmember ist 1; suchen Sie mindestens 2, oder geben Sie 0 für so viele an, wie das Rauschen erlaubt.</translation>
    </message>
    <message>
        <source>Finding endmembers</source>
        <translation>Endmember werden gesucht</translation>
    </message>
    <message>
        <source>Endmembers of {name}, reflectance</source>
        <translation>Endmember von {name}; Reflexionsgrad</translation>
    </message>
    <message>
        <source>Endmembers - {}</source>
        <translation>Endmember - {}</translation>
    </message>
    <message>
        <source>support vector machine</source>
        <translation>Support Vector Machine</translation>
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
        <translation>Jedem Pixel die wahrscheinlichste Klasse geben, aus Proben gelernt (Maximum Likelihood, Random Forest oder lineare SVM), mit Genauigkeit.</translation>
    </message>
    <message>
        <source>Learns from places whose class is known what its spectra are like, as a normal distribution of principal components or bands, and gives each pixel the class with the highest probability (Gaussian maximum likelihood). Some of the samples are held out to test: the report has the confusion matrix, accuracies with confidence intervals, and how well pairs of classes can be told apart.
Where there are few samples, the covariance of a class is mixed with that of all classes together; how much is chosen so that held-out samples are most likely. So it works with fewer samples than bands.
Every pixel gets one of the classes, also where it is none of them, unless a share to reject is set.
It does not suit classes whose spectra form several groups, such as roofs of all kinds: make each a class, or choose a random forest. Samples of a few crowns tell little of trees elsewhere.
A random forest and a linear SVM are trained by the Python package scikit-learn, if it is installed; to apply a saved one it is not needed. Their report tells how much each wavelength counts.</source>
        <translation>Lernt aus Orten, deren Klasse bekannt ist, wie ihre Spektren sind, als Normalverteilung von Hauptkomponenten oder Kanälen, und gibt jedem Pixel die Klasse mit der höchsten Wahrscheinlichkeit (Gaußsche Maximum Likelihood). Ein Teil der Proben wird zum Testen zurückgehalten: der Bericht hat die Konfusionsmatrix, Genauigkeiten mit Konfidenzintervallen und wie gut sich Paare von Klassen unterscheiden lassen.
Wo es wenige Proben gibt, wird die Kovarianz einer Klasse mit der aller Klassen gemischt; wie sehr, wird so gewählt, dass zurückgehaltene Proben am wahrscheinlichsten sind. So genügen weniger Proben als Kanäle.
Jedes Pixel bekommt eine der Klassen, auch wenn es keine davon ist, außer es ist ein zurückzuweisender Anteil gesetzt.
Nicht geeignet für Klassen, deren Spektren mehrere Gruppen bilden, etwa Dächer aller Art: machen Sie jede zu einer Klasse, oder wählen Sie einen Random Forest. Proben weniger Kronen sagen wenig über Bäume anderswo.
Random Forest und lineare SVM werden vom Python-Paket scikit-learn trainiert, wenn es installiert ist; um einen gespeicherten Klassifikator anzuwenden, wird es nicht gebraucht. Ihr Bericht sagt, wie viel jede Wellenlänge zählt.</translation>
    </message>
    <message>
        <source>Random forest and linear SVM need the Python package scikit-learn, which is not installed.</source>
        <translation>Random Forest und lineare SVM brauchen das Python-Paket scikit-learn, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>{}, {} classes - {}</source>
        <translation>{}, {} Klassen - {}</translation>
    </message>
    <message>
        <source>inverse</source>
        <translation>invers</translation>
    </message>
    <message>
        <source>back transformation</source>
        <translation>Rücktransformation</translation>
    </message>
    <message>
        <source>reconstruct</source>
        <translation>rekonstruieren</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>denoise</source>
        <translation>entrauschen</translation>
    </message>
    <message>
        <source>denoising</source>
        <translation>Entrauschung</translation>
    </message>
    <message>
        <source>rmse</source>
        <translation>rmse</translation>
    </message>
    <message>
        <source>Inverse transform</source>
        <translation>Inverse Transformation</translation>
    </message>
    <message>
        <source>Turn components (PCA or MNF) back into reflectance, without those that are noise.</source>
        <translation>Komponenten (PCA oder MNF) als Reflexionsgrad zurückverwandeln, ohne die, die Rauschen sind.</translation>
    </message>
    <message>
        <source>Turns a raster of components back into reflectance at the wavelengths of the model with which it was written. All components that were kept count, or chosen ones: leave out those that show noise or stripes, or keep a single one to see what it stands for.
With the original image, the residual raster tells for each pixel how much was lost, as the root mean squared difference over all bands. Where it is large, the pixel shows what the components do not hold: a rare material, or a defect.
Components that the model did not keep cannot be brought back.</source>
        <translation>Verwandelt ein Raster von Komponenten als Reflexionsgrad zurück, bei den Wellenlängen des Modells, mit dem es geschrieben wurde. Alle behaltenen Komponenten zählen oder gewählte: lassen Sie die weg, die Rauschen oder Streifen zeigen, oder behalten Sie eine einzige, um zu sehen, wofür sie steht.
Mit dem Originalbild sagt das Residuenraster für jedes Pixel, wie viel verloren ging, als Wurzel der mittleren quadrierten Differenz über alle Kanäle. Wo es groß ist, zeigt das Pixel, was die Komponenten nicht enthalten: ein seltenes Material oder einen Fehler.
Komponenten, die das Modell nicht behielt, lassen sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>A raster of components: of principal components, or of MNF.</source>
        <translation>Ein Raster von Komponenten: von Hauptkomponenten oder von MNF.</translation>
    </message>
    <message>
        <source>The model that the run wrote with that raster.</source>
        <translation>Das Modell, das der Lauf mit diesem Raster geschrieben hat.</translation>
    </message>
    <message>
        <source>Components to use</source>
        <translation>Zu verwendende Komponenten</translation>
    </message>
    <message>
        <source>Numbers and ranges such as &quot;1-5, 8&quot;; the others are taken for 0. Empty: all.</source>
        <translation>Nummern und Bereiche wie &quot;1-5, 8&quot;; die anderen gelten als 0. Leer: alle.</translation>
    </message>
    <message>
        <source>Original raster</source>
        <translation>Originalraster</translation>
    </message>
    <message>
        <source>The raster that was transformed, for the residual. Its pixels must lie on those of the components.</source>
        <translation>Das Raster, das transformiert wurde, für das Residuum. Seine Pixel müssen auf denen der Komponenten liegen.</translation>
    </message>
    <message>
        <source>Original tiles</source>
        <translation>Originalkacheln</translation>
    </message>
    <message>
        <source>In place of an original raster, the tiles that were transformed.</source>
        <translation>Anstelle eines Originalrasters die Kacheln, die transformiert wurden.</translation>
    </message>
    <message>
        <source>The raster to write (GeoTIFF, Float32): a band for each band of the model, with its wavelength.</source>
        <translation>Das zu schreibende Raster (GeoTIFF, Float32): ein Kanal für jeden Kanal des Modells, mit seiner Wellenlänge.</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residuum</translation>
    </message>
    <message>
        <source>The root mean squared difference to the original, in reflectance (GeoTIFF, Float32).</source>
        <translation>Die Wurzel der mittleren quadrierten Differenz zum Original, als Reflexionsgrad (GeoTIFF, Float32).</translation>
    </message>
    <message>
        <source>Root mean squared difference of all pixels</source>
        <translation>Wurzel der mittleren quadrierten Differenz aller Pixel</translation>
    </message>
    <message>
        <source>Components used</source>
        <translation>Verwendete Komponenten</translation>
    </message>
    <message>
        <source>Reading the components</source>
        <translation>Die Komponenten werden gelesen</translation>
    </message>
    <message>
        <source>Comparing with the original</source>
        <translation>Vergleich mit dem Original</translation>
    </message>
    <message>
        <source>Residual - {}</source>
        <translation>Residuum - {}</translation>
    </message>
    <message>
        <source>Reflectance of {} components - {}</source>
        <translation>Reflexion aus {} Komponenten - {}</translation>
    </message>
    <message>
        <source>minimum noise fraction</source>
        <translation>Minimum Noise Fraction</translation>
    </message>
    <message>
        <source>maximum noise fraction</source>
        <translation>Maximum Noise Fraction</translation>
    </message>
    <message>
        <source>noise-adjusted principal components</source>
        <translation>rauschangepasste Hauptkomponenten</translation>
    </message>
    <message>
        <source>signal-to-noise</source>
        <translation>Signal-Rausch</translation>
    </message>
    <message>
        <source>snr</source>
        <translation>snr</translation>
    </message>
    <message>
        <source>Minimum noise fraction</source>
        <translation>Minimum Noise Fraction</translation>
    </message>
    <message>
        <source>Order what the bands show by its signal-to-noise ratio (MNF), and remove noise.</source>
        <translation>Nach dem Signal-Rausch-Verhältnis ordnen, was die Kanäle zeigen (MNF), und Rauschen entfernen.</translation>
    </message>
    <message>
        <source>Computes the minimum noise fraction: combinations of bands as principal components are, but in the order of their signal-to-noise ratio instead of their variance. The first ones show the image, the last ones its noise. An eigenvalue is the signal-to-noise ratio plus 1.
The noise is estimated from differences of neighbouring pixels, which must both have data and lie in one tile. Where neighbours show different surfaces, as in towns, some signal passes for noise.
Denoised reflectance is what the components that are kept hold of each spectrum. The model computes the same components of another image (Principal components of a saved model), and leads back to reflectance (Inverse transform).
Tiles, or one raster: give one of the two. It does not suit rasters that were resampled or smoothed, whose neighbours are not independent, nor mosaics whose noise differs from part to part.</source>
        <translation>Berechnet die Minimum Noise Fraction: Kombinationen von Kanälen wie Hauptkomponenten, aber geordnet nach ihrem Signal-Rausch-Verhältnis statt nach ihrer Varianz. Die ersten zeigen das Bild, die letzten sein Rauschen. Ein Eigenwert ist das Signal-Rausch-Verhältnis plus 1.
Das Rauschen wird aus Differenzen benachbarter Pixel geschätzt, die beide Daten haben und in einer Kachel liegen müssen. Wo Nachbarn verschiedene Oberflächen zeigen, wie in Städten, gilt etwas Signal als Rauschen.
Entrauschter Reflexionsgrad ist, was die behaltenen Komponenten von jedem Spektrum enthalten. Das Modell berechnet dieselben Komponenten eines anderen Bildes (Hauptkomponenten eines gespeicherten Modells) und führt zurück zur Reflexion (Inverse Transformation).
Kacheln oder ein Raster: geben Sie eines von beiden an. Nicht geeignet für Raster, die umprojiziert oder geglättet wurden, deren Nachbarn nicht unabhängig sind, und für Mosaike, deren Rauschen sich von Teil zu Teil unterscheidet.</translation>
    </message>
    <message>
        <source>Denoised reflectance</source>
        <translation>Entrauschter Reflexionsgrad</translation>
    </message>
    <message>
        <source>Reflectance without what the components left out hold (GeoTIFF, Float32), with wavelengths.</source>
        <translation>Reflexion ohne das, was die weggelassenen Komponenten enthalten (GeoTIFF, Float32), mit Wellenlängen.</translation>
    </message>
    <message>
        <source>Components with more signal than noise</source>
        <translation>Komponenten mit mehr Signal als Rauschen</translation>
    </message>
    <message>
        <source>Denoised reflectance - {}</source>
        <translation>Entrauschter Reflexionsgrad - {}</translation>
    </message>
    <message>
        <source>Least signal-to-noise ratio</source>
        <translation>Kleinstes Signal-Rausch-Verhältnis</translation>
    </message>
    <message>
        <source>Keep the components with at least this ratio of the variances of signal and noise. 1: as much of both.</source>
        <translation>Die Komponenten behalten, deren Verhältnis der Varianzen von Signal und Rauschen mindestens so groß ist. 1: von beidem gleich viel.</translation>
    </message>
    <message>
        <source>In place of a least ratio: keep the fewest components that hold this share of the variance of all, in which that of the noise of each counts as 1. Empty: by the ratio.</source>
        <translation>Anstelle eines kleinsten Verhältnisses: so wenige Komponenten behalten, dass sie diesen Anteil der Varianz aller enthalten, in der die des Rauschens jeder als 1 zählt. Leer: nach dem Verhältnis.</translation>
    </message>
    <message>
        <source>Keep so many components, whatever their ratio and share. 0: as these say.</source>
        <translation>So viele Komponenten behalten, unabhängig von Verhältnis und Anteil. 0: wie diese sagen.</translation>
    </message>
    <message>
        <source>Noise from the difference to the pixel</source>
        <translation>Rauschen aus der Differenz zum Pixel</translation>
    </message>
    <message>
        <source>Which neighbour is compared with each pixel. Scanners that leave stripes along or across the line of flight show them as signal when pixels are compared along these.</source>
        <translation>Welcher Nachbar mit jedem Pixel verglichen wird. Scanner, die Streifen entlang oder quer zur Fluglinie hinterlassen, zeigen sie als Signal, wenn Pixel entlang dieser verglichen werden.</translation>
    </message>
    <message>
        <source>To the lower right</source>
        <translation>Rechts unten</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Darunter</translation>
    </message>
    <message>
        <source>{algorithm}: report</source>
        <translation>{algorithm}: Bericht</translation>
    </message>
    <message>
        <source>{composite} (picture) - {image}</source>
        <translation>{composite} (Bild) - {image}</translation>
    </message>
    <message>
        <source>Gaussian maximum likelihood</source>
        <translation>Gaußsche Maximum Likelihood</translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation>Random Forest</translation>
    </message>
    <message>
        <source>Linear SVM</source>
        <translation>Lineare SVM</translation>
    </message>
    <message>
        <source>{} (scikit-learn is not installed)</source>
        <translation>{} (scikit-learn ist nicht installiert)</translation>
    </message>
    <message>
        <source>0 takes each class for a normal distribution, and is best with few samples. 1 lets decision trees vote, which suits classes of several groups; 2 separates classes by planes. Both are trained by scikit-learn, which must be installed for the Python of QGIS.</source>
        <translation>0 nimmt jede Klasse als Normalverteilung und ist mit wenigen Proben am besten. 1 lässt Entscheidungsbäume abstimmen, was für Klassen aus mehreren Gruppen geeignet ist; 2 trennt Klassen durch Ebenen. Beide werden von scikit-learn trainiert, das für das Python von QGIS installiert sein muss.</translation>
    </message>
    <message>
        <source>Trees of a random forest</source>
        <translation>Bäume eines Random Forest</translation>
    </message>
    <message>
        <source>More give smoother probabilities, and take as much more time.</source>
        <translation>Mehr geben glattere Wahrscheinlichkeiten und brauchen entsprechend mehr Zeit.</translation>
    </message>
    <message>
        <source>{parameter} is for Gaussian maximum likelihood only; leave it at its default.</source>
        <translation>{parameter} gilt nur für Gaußsche Maximum Likelihood; lassen Sie die Vorgabe.</translation>
    </message>
    <message>
        <source>spectral mixture analysis</source>
        <translation>spektrale Mischungsanalyse</translation>
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
        <translation>kleinste Quadrate</translation>
    </message>
    <message>
        <source>abundance</source>
        <translation>Abundanz</translation>
    </message>
    <message>
        <source>fraction</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>subpixel</source>
        <translation>Subpixel</translation>
    </message>
    <message>
        <source>shade</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>Residuum</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>Bedeckung</translation>
    </message>
    <message>
        <source>Unmixing</source>
        <translation>Entmischung</translation>
    </message>
    <message>
        <source>Find how much of each endmember is in each pixel (linear spectral unmixing).</source>
        <translation>Finden, wie viel von jedem Endmember in jedem Pixel ist (lineare spektrale Entmischung).</translation>
    </message>
    <message>
        <source>Takes each pixel to be a mixture of given spectra, the endmembers, such as leaves, soil and shade, and finds their abundances: the shares that explain its spectrum best (least squares).
Fully constrained abundances are not negative and sum to one, so that they are shares of the pixel. The solution is exact, as that of a solver of quadratic programs.
Endmembers are those of Endmembers or Sample spectra, the centres of K-means, or of a spectral library. The residual (RMSE) shows where one is missing.
It does not suit pixels in which light passes several materials, as leaves above leaves, nor many endmembers that are alike: little noise then moves abundance from one to another, and a warning names such pairs. Endmembers that are mixtures of others are refused.</source>
        <translation>Nimmt jedes Pixel als Mischung gegebener Spektren, der Endmember, etwa Blätter, Boden und Schatten, und findet ihre Abundanzen: die Anteile, die sein Spektrum am besten erklären (kleinste Quadrate).
Voll eingeschränkte Abundanzen sind nicht negativ und ergeben zusammen eins, sind also Anteile des Pixels. Die Lösung ist exakt wie die eines Lösers quadratischer Programme.
Endmember sind die von „Endmember“ oder „Spektren entnehmen“, die Zentren von K-Means oder die einer Spektralbibliothek. Das Residuum (RMSE) zeigt, wo einer fehlt.
Nicht geeignet für Pixel, in denen Licht durch mehrere Materialien geht, etwa Blätter über Blättern, und für viele einander ähnliche Endmember: schon wenig Rauschen verschiebt dann Anteile, und eine Warnung nennt solche Paare. Endmember, die Mischungen anderer sind, werden abgelehnt.</translation>
    </message>
    <message>
        <source>In place of tiles, a raster with the bands of the spectra, such as cleaned reflectance.</source>
        <translation>Anstelle von Kacheln ein Raster mit den Kanälen der Spektren, etwa bereinigter Reflexionsgrad.</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Einschränkungen</translation>
    </message>
    <message>
        <source>0: shares of the pixel. 1: for endmembers whose brightness varies, or where some are missing; the sum tells how bright the pixel is. 2 and 3 are quick, and negative abundances tell that endmembers do not fit.</source>
        <translation>0: Anteile des Pixels. 1: für Endmember, deren Helligkeit schwankt, oder wo welche fehlen; die Summe sagt, wie hell das Pixel ist. 2 und 3 sind schnell, und negative Abundanzen zeigen, dass Endmember nicht passen.</translation>
    </message>
    <message>
        <source>Not negative, sum to one (fully constrained)</source>
        <translation>Nicht negativ, Summe eins (voll eingeschränkt)</translation>
    </message>
    <message>
        <source>Not negative</source>
        <translation>Nicht negativ</translation>
    </message>
    <message>
        <source>Sum to one</source>
        <translation>Summe eins</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Add shade</source>
        <translation>Schatten hinzufügen</translation>
    </message>
    <message>
        <source>Add an endmember that is zero in all bands, the last one. It takes up what differs in brightness only; the others are then less than one together in the shade.</source>
        <translation>Einen Endmember hinzufügen, der in allen Kanälen null ist, als letzten. Er nimmt auf, was sich nur in der Helligkeit unterscheidet; die anderen sind dann im Schatten zusammen weniger als eins.</translation>
    </message>
    <message>
        <source>Abundances</source>
        <translation>Abundanzen</translation>
    </message>
    <message>
        <source>The raster to write (GeoTIFF, Float32): a band for each endmember, in the order of the file, named.</source>
        <translation>Das zu schreibende Raster (GeoTIFF, Float32): ein Kanal für jeden Endmember, in der Reihenfolge der Datei, benannt.</translation>
    </message>
    <message>
        <source>The root of the mean squared difference to the mixture, in reflectance (GeoTIFF, Float32).</source>
        <translation>Die Wurzel der mittleren quadrierten Differenz zur Mischung, als Reflexionsgrad (GeoTIFF, Float32).</translation>
    </message>
    <message>
        <source>Dominant endmember</source>
        <translation>Vorherrschender Endmember</translation>
    </message>
    <message>
        <source>A class raster (GeoTIFF) of the endmember with the largest abundance.</source>
        <translation>Ein Klassenraster (GeoTIFF) des Endmembers mit der größten Abundanz.</translation>
    </message>
    <message>
        <source>RMSE of all pixels (reflectance)</source>
        <translation>RMSE aller Pixel (Reflexionsgrad)</translation>
    </message>
    <message>
        <source>{shade} only counts where abundances sum to one; leave it out, or choose such {method}.</source>
        <translation>{shade} zählt nur, wo Abundanzen zusammen eins ergeben; lassen Sie es weg, oder wählen Sie ein solches {method}.</translation>
    </message>
    <message>
        <source>Dominant endmember - {}</source>
        <translation>Vorherrschender Endmember - {}</translation>
    </message>
    <message>
        <source>Abundances - {}</source>
        <translation>Abundanzen - {}</translation>
    </message>
    <message>
        <source>Colour infrared of NEON&apos;s lessons</source>
        <translation>Farbinfrarot aus NEONs Lektionen</translation>
    </message>
    <message>
        <source>no shadow</source>
        <translation>kein Schatten</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>dark dense vegetation</source>
        <translation>dunkle dichte Vegetation</translation>
    </message>
    <message>
        <source>other land</source>
        <translation>anderes Land</translation>
    </message>
    <message>
        <source>topographic shadow</source>
        <translation>Schatten durch Gelände</translation>
    </message>
    <message>
        <source>Classes of ATCOR, 0 to 22.</source>
        <translation>Klassen von ATCOR, 0 bis 22.</translation>
    </message>
    <message>
        <source>clear land</source>
        <translation>freies Land</translation>
    </message>
    <message>
        <source>cloud over land</source>
        <translation>Wolken über Land</translation>
    </message>
    <message>
        <source>cloud over water</source>
        <translation>Wolken über Wasser</translation>
    </message>
    <message>
        <source>{name} is a picture for looking at: its values are shades from 0 to 255, no reflectance. For classes or components of spectra, run Clean reflectance or Classify tiles first, with the tile that it shows.</source>
        <translation>{name} ist ein Bild zum Ansehen: seine Werte sind Abstufungen von 0 bis 255, keine Reflexion. Für Klassen oder Komponenten von Spektren führen Sie zuerst „Reflexionsgrad bereinigen“ oder „Kacheln klassifizieren“ aus, mit der Kachel, die es zeigt.</translation>
    </message>
    <message>
        <source>{name} is a class raster: its values are numbers of classes, whose means and distances say nothing. Run Clean reflectance first, and choose its result.</source>
        <translation>{name} ist ein Klassenraster: seine Werte sind Nummern von Klassen, deren Mittel und Abstände nichts sagen. Führen Sie zuerst „Reflexionsgrad bereinigen“ aus, und wählen Sie dessen Ergebnis.</translation>
    </message>
    <message>
        <source>A Dask cluster reads tiles, not rasters; give tiles, or no scheduler.</source>
        <translation>Ein Dask-Cluster liest Kacheln, keine Raster; geben Sie Kacheln an oder keinen Scheduler.</translation>
    </message>
    <message>
        <source>The probability is {probability:g}; it must be above 0 and below 1.</source>
        <translation>Die Wahrscheinlichkeit ist {probability:g}; sie muss über 0 und unter 1 liegen.</translation>
    </message>
    <message>
        <source>The share of anomalies is {share:g} %; it must be above 0 and at most 100.</source>
        <translation>Der Anteil der Anomalien ist {share:g} %; er muss über 0 und darf höchstens 100 sein.</translation>
    </message>
    <message>
        <source>{name} has {pixels} valid pixels, and RX scores of {bands} bands need more than {bands}; keep fewer bands or more pixels.</source>
        <translation>{name} hat {pixels} gültige Pixel, und RX-Werte aus {bands} Kanälen brauchen mehr als {bands}; behalten Sie weniger Kanäle oder mehr Pixel.</translation>
    </message>
    <message>
        <source>{count:,} of {pixels:,} pixels are anomalies, with an RX score of at least {limit:.4g}.</source>
        <translation>{count:,} von {pixels:,} Pixeln sind Anomalien, mit einem RX-Wert von mindestens {limit:.4g}.</translation>
    </message>
    <message>
        <source>{name} does not say at which wavelengths its bands lie, so that they have no continuum. Use reflectance that Clean reflectance wrote, or give its bands the metadata item wavelength.</source>
        <translation>{name} sagt nicht, bei welchen Wellenlängen seine Kanäle liegen, sodass sie kein Kontinuum haben. Verwenden Sie den Reflexionsgrad, den „Reflexionsgrad bereinigen“ geschrieben hat, oder geben Sie seinen Kanälen das Metadatenelement wavelength.</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>position (nm)</source>
        <translation>Lage (nm)</translation>
    </message>
    <message>
        <source>area (nm)</source>
        <translation>Fläche (nm)</translation>
    </message>
    <message>
        <source>Iterations of k-means</source>
        <translation>Iterationen von K-Means</translation>
    </message>
    <message>
        <source>Choosing start centres</source>
        <translation>Startzentren werden gewählt</translation>
    </message>
    <message>
        <source>The noise is estimated from {pairs:,} pairs of neighbouring pixels.</source>
        <translation>Das Rauschen wird aus {pairs:,} Paaren benachbarter Pixel geschätzt.</translation>
    </message>
    <message>
        <source>{count} of {all} components kept, with signal-to-noise ratios from {first:.4g} to {last:.2g}.</source>
        <translation>{count} von {all} Komponenten werden behalten, mit Signal-Rausch-Verhältnissen von {first:.4g} bis {last:.2g}.</translation>
    </message>
    <message numerus="yes">
        <source>{listed} of {name} are constant, or copies or sums of other bands, so that the covariance cannot be inverted; leave them out.</source>
        <translation>
            <numerusform>{listed} von {name} ist konstant oder eine Kopie oder Summe anderer Kanäle, sodass die Kovarianz nicht invertiert werden kann; lassen Sie ihn weg.</numerusform>
            <numerusform>{listed} von {name} sind konstant oder Kopien oder Summen anderer Kanäle, sodass die Kovarianz nicht invertiert werden kann; lassen Sie sie weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} has no band {number}; choose another.</source>
        <translation>{name} hat keinen Kanal {number}; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{name} has one band, and a scatter needs two; choose another layer.</source>
        <translation>{name} hat einen Kanal, und ein Streudiagramm braucht zwei; wählen Sie einen anderen Layer.</translation>
    </message>
    <message>
        <source>brushed</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path} kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>Random forest and linear SVM need the Python package scikit-learn, which the Python of QGIS cannot import ({error}); install it, or choose Gaussian maximum likelihood. To apply a saved classifier, it is not needed.</source>
        <translation>Random Forest und lineare SVM brauchen das Python-Paket scikit-learn, das das Python von QGIS nicht importieren kann ({error}); installieren Sie es, oder wählen Sie Gaußsche Maximum Likelihood. Um einen gespeicherten Klassifikator anzuwenden, wird es nicht gebraucht.</translation>
    </message>
    <message>
        <source>The linear SVM did not converge; it may be less accurate than it could be.</source>
        <translation>Die lineare SVM ist nicht konvergiert; sie ist womöglich weniger genau, als sie sein könnte.</translation>
    </message>
    <message>
        <source>All valid pixels of {name} are equal; choose another image.</source>
        <translation>Alle gültigen Pixel von {name} sind gleich; wählen Sie ein anderes Bild.</translation>
    </message>
    <message numerus="yes">
        <source>{name} has {count} valid pixels, but at least 2 are needed; check its no data value.</source>
        <translation>
            <numerusform>{name} hat {count} gültiges Pixel, aber mindestens 2 sind nötig; prüfen Sie den Nodata-Wert.</numerusform>
            <numerusform>{name} hat {count} gültige Pixel, aber mindestens 2 sind nötig; prüfen Sie den Nodata-Wert.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;{item}&quot; gives no components from 1 to {count}; write for instance &quot;1-3&quot; or &quot;1, 2, 5&quot;.</source>
        <translation>&quot;{item}&quot; nennt keine Komponenten von 1 bis {count}; schreiben Sie zum Beispiel &quot;1-3&quot; oder &quot;1, 2, 5&quot;.</translation>
    </message>
    <message>
        <source>{name} has {bands} bands, but {model} has {components} components; choose the raster of components that was written with this model.</source>
        <translation>{name} hat {bands} Kanäle, aber {model} hat {components} Komponenten; wählen Sie das Raster der Komponenten, das mit diesem Modell geschrieben wurde.</translation>
    </message>
    <message>
        <source>The original has another coordinate reference system than {name}; choose the image that was transformed.</source>
        <translation>Das Original hat ein anderes Koordinatenbezugssystem als {name}; wählen Sie das Bild, das transformiert wurde.</translation>
    </message>
    <message>
        <source>Root mean squared difference</source>
        <translation>Wurzel der mittleren quadrierten Differenz</translation>
    </message>
    <message>
        <source>{name} has no valid pixel where {scores} has data; choose the image that was transformed.</source>
        <translation>{name} hat kein gültiges Pixel, wo {scores} Daten hat; wählen Sie das Bild, das transformiert wurde.</translation>
    </message>
    <message>
        <source>{path} is not a component model (PCA or MNF) of this plugin; choose one that is.</source>
        <translation>{path} ist kein Komponentenmodell (PCA oder MNF) dieses Plugins; wählen Sie eines.</translation>
    </message>
    <message>
        <source>{name} has {pairs} pairs of neighbouring valid pixels, and the noise of {bands} bands needs more than {bands}; keep fewer bands or more pixels.</source>
        <translation>{name} hat {pairs} Paare benachbarter gültiger Pixel, und das Rauschen von {bands} Kanälen braucht mehr als {bands}; behalten Sie weniger Kanäle oder mehr Pixel.</translation>
    </message>
    <message>
        <source>One of the endmembers is zero in all bands, which is shade; do not add shade to it.</source>
        <translation>Einer der Endmember ist in allen Kanälen null, also Schatten; fügen Sie keinen Schatten hinzu.</translation>
    </message>
    <message>
        <source>The endmembers {one} and {other} are much alike, so that little noise moves abundance from one to the other; take one out, or add up both.</source>
        <translation>Die Endmember {one} und {other} sind einander sehr ähnlich, sodass wenig Rauschen Anteile vom einen zum anderen verschiebt; nehmen Sie einen heraus, oder zählen Sie beide zusammen.</translation>
    </message>
    <message>
        <source>RMSE (reflectance)</source>
        <translation>RMSE (Reflexionsgrad)</translation>
    </message>
    <message numerus="yes">
        <source>The pixels of {name} vary in {count} directions only, too few for {wanted} endmembers; look for fewer.</source>
        <translation>
            <numerusform>Die Pixel von {name} unterscheiden sich nur in {count} Richtung, zu wenig für {wanted} Endmember; suchen Sie weniger.</numerusform>
            <numerusform>Die Pixel von {name} unterscheiden sich nur in {count} Richtungen, zu wenig für {wanted} Endmember; suchen Sie weniger.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are {count} endmembers; choose at most {most}, those that can occur in the image.</source>
        <translation>Es gibt {count} Endmember; wählen Sie höchstens {most}, nämlich die, die im Bild vorkommen können.</translation>
    </message>
    <message>
        <source>There are {count} endmembers but {bands} bands, so that many mixtures give the same spectrum; choose fewer endmembers.</source>
        <translation>Es gibt {count} Endmember, aber {bands} Kanäle, sodass viele Mischungen dasselbe Spektrum geben; wählen Sie weniger Endmember.</translation>
    </message>
    <message>
        <source>The endmember {names} is zero in all bands, which only counts where abundances sum to one.</source>
        <translation>Der Endmember {names} ist in allen Kanälen null, was nur zählt, wo Abundanzen zusammen eins ergeben.</translation>
    </message>
    <message>
        <source>The endmembers {names} are the same but for rounding, so that their abundances are not defined.</source>
        <translation>Die Endmember {names} sind bis auf Rundung gleich, sodass ihre Abundanzen nicht bestimmt sind.</translation>
    </message>
    <message>
        <source>The endmembers {names} are mixtures of one another, so that their abundances are not defined.</source>
        <translation>Die Endmember {names} sind Mischungen voneinander, sodass ihre Abundanzen nicht bestimmt sind.</translation>
    </message>
    <message>
        <source>Take one of them out.</source>
        <translation>Nehmen Sie einen davon heraus.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Strongest anomalies</source>
        <translation>Stärkste Anomalien</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Pixels above it, normal distribution</source>
        <translation>Pixel darüber, Normalverteilung</translation>
    </message>
    <message>
        <source>Pixels above it, this image</source>
        <translation>Pixel darüber, dieses Bild</translation>
    </message>
    <message>
        <source>How many pixels exceed which score</source>
        <translation>Wie viele Pixel welchen Wert überschreiten</translation>
    </message>
    <message>
        <source>The score is the squared distance of a spectrum to the mean of the image, in units of the spread of all pixels in that direction (Mahalanobis); of a normal distribution, it follows a chi-square distribution with as many degrees of freedom as bands. An image of several surfaces is no normal distribution, so that more pixels exceed a score: where there are too many, set a share.</source>
        <translation>Der Wert ist der quadrierte Abstand eines Spektrums vom Mittel des Bildes, in Einheiten der Streuung aller Pixel in dieser Richtung (Mahalanobis); bei einer Normalverteilung folgt er einer Chi-Quadrat-Verteilung mit so vielen Freiheitsgraden wie Kanälen. Ein Bild mehrerer Oberflächen ist keine Normalverteilung, sodass mehr Pixel einen Wert überschreiten: sind es zu viele, geben Sie einen Anteil an.</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Mean of the image</source>
        <translation>Mittel des Bildes</translation>
    </message>
    <message>
        <source>The pixels with the highest scores, at the coordinates of their centres.</source>
        <translation>Die Pixel mit den höchsten Werten, an den Koordinaten ihrer Mitten.</translation>
    </message>
    <message>
        <source>Spectra of the strongest anomalies</source>
        <translation>Spektren der stärksten Anomalien</translation>
    </message>
    <message>
        <source>{trees} of {features}, each grown on a part of the pixels that was drawn at random. The probability of a class is its mean share among the training pixels in the leaves that a pixel falls into.</source>
        <translation>{trees} aus {features}, jeder an einem zufällig gezogenen Teil der Pixel gewachsen. Die Wahrscheinlichkeit einer Klasse ist ihr mittlerer Anteil an den Trainingspixeln in den Blättern, in die ein Pixel fällt.</translation>
    </message>
    <message numerus="yes">
        <source>{count} decision trees</source>
        <translation>
            <numerusform>{count} Entscheidungsbaum</numerusform>
            <numerusform>{count} Entscheidungsbäume</numerusform>
        </translation>
    </message>
    <message>
        <source>Linear support vector machines of {features}, one for each class against all others; the highest score wins. Probabilities are the softmax of {slope} times the scores, as held-out pixels suggest.</source>
        <translation>Lineare Support Vector Machines aus {features}, eine für jede Klasse gegen alle anderen; der höchste Wert gewinnt. Wahrscheinlichkeiten sind der Softmax von {slope} mal den Werten, wie es zurückgehaltene Pixel nahelegen.</translation>
    </message>
    <message>
        <source>Importance of the bands</source>
        <translation>Bedeutung der Kanäle</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>The most important bands</source>
        <translation>Die wichtigsten Kanäle</translation>
    </message>
    <message>
        <source>How much the splits of a band make the classes purer, as a share of all. Bands that are alike share their importance. Where the forest is one of components, theirs is spread by their squared loadings.</source>
        <translation>Wie sehr die Teilungen eines Kanals die Klassen reiner machen, als Anteil an allem. Ähnliche Kanäle teilen sich ihre Bedeutung. Ist der Wald einer aus Komponenten, wird deren Bedeutung nach ihren quadrierten Ladungen verteilt.</translation>
    </message>
    <message>
        <source>The mean absolute weight of a band in the scores of all classes, in units of its standard deviation, as a share of all. Bands that are alike share their importance.</source>
        <translation>Das mittlere absolute Gewicht eines Kanals in den Werten aller Klassen, in Einheiten seiner Standardabweichung, als Anteil an allem. Ähnliche Kanäle teilen sich ihre Bedeutung.</translation>
    </message>
    <message>
        <source>Absorption in {ranges}, of {pixels}.</source>
        <translation>Absorption in {ranges}, von {pixels}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} ranges of wavelengths</source>
        <translation>
            <numerusform>{count} Wellenlängenbereich</numerusform>
            <numerusform>{count} Wellenlängenbereichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Position of the deepest band (nm)</source>
        <translation>Lage des tiefsten Kanals (nm)</translation>
    </message>
    <message>
        <source>Area (nm)</source>
        <translation>Fläche (nm)</translation>
    </message>
    <message>
        <source>How often depths occur</source>
        <translation>Wie oft Tiefen vorkommen</translation>
    </message>
    <message>
        <source>How often positions occur</source>
        <translation>Wie oft Lagen vorkommen</translation>
    </message>
    <message>
        <source>Position (nm)</source>
        <translation>Lage (nm)</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Medians</source>
        <translation>Mediane</translation>
    </message>
    <message>
        <source>{endmembers}; the volume of their simplex is {volume} in {components}.</source>
        <translation>{endmembers}; das Volumen ihres Simplex ist {volume} in {components}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} endmembers</source>
        <translation>
            <numerusform>{count} Endmember</numerusform>
            <numerusform>{count} Endmember</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>HySime finds {count} directions in which the signal is larger than the noise: about so many endmembers.</source>
        <translation>
            <numerusform>HySime findet {count} Richtung, in der das Signal größer ist als das Rauschen: etwa so viele Endmember.</numerusform>
            <numerusform>HySime findet {count} Richtungen, in denen das Signal größer ist als das Rauschen: etwa so viele Endmember.</numerusform>
        </translation>
    </message>
    <message>
        <source>Endmember</source>
        <translation>Endmember</translation>
    </message>
    <message>
        <source>Easting</source>
        <translation>Ostwert</translation>
    </message>
    <message>
        <source>Northing</source>
        <translation>Nordwert</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>What an endmember may be is a guess from its spectrum. The purest pixels are extreme ones: look at each on the map, as roofs, cars, glint and faults of the data are extreme too.</source>
        <translation>Was ein Endmember sein mag, ist eine Vermutung aus seinem Spektrum. Die reinsten Pixel sind extreme: sehen Sie sich jedes auf der Karte an, denn auch Dächer, Autos, Glanz und Fehler der Daten sind extrem.</translation>
    </message>
    <message>
        <source>Component {number}</source>
        <translation>Komponente {number}</translation>
    </message>
    <message>
        <source>Pixels and endmembers in the components {one} and {other}</source>
        <translation>Pixel und Endmember in den Komponenten {one} und {other}</translation>
    </message>
    <message>
        <source>Mixtures lie between the endmembers: corners of the cloud without an endmember want more of them, and endmembers inside of it, in all pictures, may be left out.</source>
        <translation>Mischungen liegen zwischen den Endmembern: Ecken der Wolke ohne Endmember verlangen mehr davon, und Endmember, die in allen Bildern innerhalb liegen, können wegbleiben.</translation>
    </message>
    <message>
        <source>Up to the dashed line: components that these endmembers span.</source>
        <translation>Bis zur gestrichelten Linie: Komponenten, die diese Endmember aufspannen.</translation>
    </message>
    <message>
        <source>Where the line becomes flat, noise begins. Real scenes have no true number of endmembers; fewer are easier to tell apart, and the residual of unmixing shows where one is missing.</source>
        <translation>Wo die Linie flach wird, beginnt das Rauschen. Wirkliche Szenen haben keine wahre Anzahl von Endmembern; weniger lassen sich leichter unterscheiden, und das Residuum der Entmischung zeigt, wo einer fehlt.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Endmembers in true colour</source>
        <translation>Endmember in Echtfarben</translation>
    </message>
    <message numerus="yes">
        <source>{count} components are kept; {signal} of {all} have more signal than noise</source>
        <translation>
            <numerusform>{count} Komponente wird behalten; {signal} von {all} haben mehr Signal als Rauschen</numerusform>
            <numerusform>{count} Komponenten werden behalten; {signal} von {all} haben mehr Signal als Rauschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Eigenvalue (log scale)</source>
        <translation>Eigenwert (logarithmisch)</translation>
    </message>
    <message>
        <source>An eigenvalue is the signal-to-noise ratio plus 1; about 1, a component is noise.</source>
        <translation>Ein Eigenwert ist das Signal-Rausch-Verhältnis plus 1; um 1 ist eine Komponente Rauschen.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>The standard deviation of the noise of each band, from differences of neighbouring pixels. Where these show different surfaces, it contains signal.</source>
        <translation>Die Standardabweichung des Rauschens jedes Kanals, aus Differenzen benachbarter Pixel. Wo diese verschiedene Oberflächen zeigen, enthält sie Signal.</translation>
    </message>
    <message>
        <source>Noise of the bands</source>
        <translation>Rauschen der Kanäle</translation>
    </message>
    <message>
        <source>Signal-to-noise ratio</source>
        <translation>Signal-Rausch-Verhältnis</translation>
    </message>
    <message numerus="yes">
        <source>{count} pixels are claimed by other classes too</source>
        <translation>
            <numerusform>{count} Pixel wird auch von anderen Klassen beansprucht</numerusform>
            <numerusform>{count} Pixel werden auch von anderen Klassen beansprucht</numerusform>
        </translation>
    </message>
    <message>
        <source>{endmembers} explain {pixels} with an RMSE of {rmse} (reflectance).</source>
        <translation>{endmembers} erklären {pixels} mit einem RMSE von {rmse} (Reflexionsgrad).</translation>
    </message>
    <message>
        <source>Endmember with most of the pixel</source>
        <translation>Endmember mit dem größten Anteil am Pixel</translation>
    </message>
    <message>
        <source>Mean abundance</source>
        <translation>Mittlere Abundanz</translation>
    </message>
    <message>
        <source>Pixels of which it is most</source>
        <translation>Pixel, an denen er den größten Anteil hat</translation>
    </message>
    <message>
        <source>Pixels above {share} (%)</source>
        <translation>Pixel über {share} (%)</translation>
    </message>
    <message>
        <source>Mean shares</source>
        <translation>Mittlere Anteile</translation>
    </message>
    <message>
        <source>How often residuals occur</source>
        <translation>Wie oft Residuen vorkommen</translation>
    </message>
    <message>
        <source>The residual is what no mixture of the endmembers explains. Where it is large and forms patches, an endmember is missing: sample it there. A small residual does not prove that the endmembers are the right ones.</source>
        <translation>Das Residuum ist, was keine Mischung der Endmember erklärt. Wo es groß ist und Flecken bildet, fehlt ein Endmember: nehmen Sie dort eine Probe. Ein kleines Residuum beweist nicht, dass die Endmember die richtigen sind.</translation>
    </message>
    <message>
        <source>Correlation of each two endmembers</source>
        <translation>Korrelation je zweier Endmember</translation>
    </message>
    <message>
        <source>Correlation of endmembers</source>
        <translation>Korrelation der Endmember</translation>
    </message>
    <message>
        <source>{path} describes {lines:,} spectra of {samples:,} bands, which no library has; correct it.</source>
        <translation>{path} beschreibt {lines:,} Spektren aus {samples:,} Kanälen, die keine Bibliothek hat; berichtigen Sie das.</translation>
    </message>
    <message>
        <source>vegetation, sparse, mixed with bare ground</source>
        <translation>Vegetation, spärlich, gemischt mit nacktem Boden</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>very dark</source>
        <translation>sehr dunkel</translation>
    </message>
    <message>
        <source>very bright</source>
        <translation>sehr hell</translation>
    </message>
    <message>
        <source>{name}, {grade}</source>
        <translation>{name}, {grade}</translation>
    </message>
    <message>
        <source>{name}, brightness {rank} of {count}</source>
        <translation>{name}, Helligkeit {rank} von {count}</translation>
    </message>
    <message>
        <source>{name} has no data there.</source>
        <translation>{name} hat dort keine Daten.</translation>
    </message>
    <message>
        <source>The polygon</source>
        <translation>Das Polygon</translation>
    </message>
    <message>
        <source>The polygon has {count:,} pixels, of which at most {most:,} are averaged here; draw a smaller one, or use Sample spectra.</source>
        <translation>Das Polygon hat {count:,} Pixel, von denen hier höchstens {most:,} gemittelt werden; zeichnen Sie ein kleineres, oder verwenden Sie „Spektren entnehmen“.</translation>
    </message>
    <message>
        <source>Decompressing {name}</source>
        <translation>{name} wird entpackt</translation>
    </message>
    <message>
        <source>{name} does not say at which wavelengths its bands lie; choose a tile, cleaned reflectance or another raster with wavelengths.</source>
        <translation>{name} sagt nicht, bei welchen Wellenlängen seine Kanäle liegen; wählen Sie eine Kachel, bereinigten Reflexionsgrad oder ein anderes Raster mit Wellenlängen.</translation>
    </message>
    <message>
        <source>{name} has no band for {missing} of the {wanted} bands of {owner}, such as {wavelength:.1f} nm, which its spectra are to be resampled to; run it apart.</source>
        <translation>{name} hat keinen Kanal für {missing} der {wanted} Kanäle von {owner}, etwa {wavelength:.1f} nm, auf die seine Spektren umgerechnet werden sollen; lassen Sie es für sich laufen.</translation>
    </message>
    <message>
        <source>{name} has other bands than {owner}: {read} of {bands} are read, and spectra are resampled to the bands of {owner}, weighted by the widths of the bands (FWHM).</source>
        <translation>{name} hat andere Kanäle als {owner}: {read} von {bands} werden gelesen und die Spektren auf die Kanäle von {owner} umgerechnet, gewichtet mit den Breiten der Kanäle (FWHM).</translation>
    </message>
    <message>
        <source>An unexpected error occurred ({error}); the log has more of it.</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten ({error}); das Protokoll sagt mehr dazu.</translation>
    </message>
    <message>
        <source>Plots need the Python package pyqtgraph, which the Python of QGIS cannot import ({error}); the README says how to install it.</source>
        <translation>Diagramme brauchen das Python-Paket pyqtgraph, das das Python von QGIS nicht importieren kann ({error}); die README sagt, wie man es installiert.</translation>
    </message>
    <message>
        <source>NEON scatter</source>
        <translation>NEON-Streudiagramm</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Waagrechte Achse</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>Senkrechte Achse</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>Achsen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Brush a rectangle in the scatter</source>
        <translation>Ein Rechteck im Streudiagramm markieren</translation>
    </message>
    <message>
        <source>Brush a polygon in the scatter (double click: last corner)</source>
        <translation>Ein Polygon im Streudiagramm markieren (Doppelklick: letzte Ecke)</translation>
    </message>
    <message>
        <source>Clear what is brushed and marked</source>
        <translation>Alles Markierte aufheben</translation>
    </message>
    <message>
        <source>Show the whole scatter</source>
        <translation>Das ganze Streudiagramm zeigen</translation>
    </message>
    <message>
        <source>Mark a pixel or a rectangle of the map in the scatter</source>
        <translation>Ein Pixel oder ein Rechteck der Karte im Streudiagramm markieren</translation>
    </message>
    <message>
        <source>Save the brushed pixels as a mask</source>
        <translation>Die markierten Pixel als Maske speichern</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Name of the class of the brushed pixels, for a training layer</source>
        <translation>Name der Klasse der markierten Pixel, für einen Trainingslayer</translation>
    </message>
    <message>
        <source>Add brushed pixels to a training layer as points</source>
        <translation>Markierte Pixel als Punkte zu einem Trainingslayer hinzufügen</translation>
    </message>
    <message>
        <source>Add brushed pixels to a training layer as polygons</source>
        <translation>Markierte Pixel als Polygone zu einem Trainingslayer hinzufügen</translation>
    </message>
    <message>
        <source>Reading a sample of {pixels} pixels</source>
        <translation>Eine Stichprobe von {pixels} Pixeln wird gelesen</translation>
    </message>
    <message>
        <source>{name}: {pixels} pixels</source>
        <translation>{name}: {pixels} Pixel</translation>
    </message>
    <message>
        <source>{wavelength} nm (band {number})</source>
        <translation>{wavelength} nm (Kanal {number})</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Classes of {layer}</source>
        <translation>Klassen von {layer}</translation>
    </message>
    <message>
        <source>{name}: {brushed} of {pixels} pixels are brushed ({share} %)</source>
        <translation>{name}: {brushed} von {pixels} Pixeln sind markiert ({share} %)</translation>
    </message>
    <message>
        <source>{name} does not reach there.</source>
        <translation>{name} reicht nicht bis dorthin.</translation>
    </message>
    <message>
        <source>Reading a pixel</source>
        <translation>Ein Pixel wird gelesen</translation>
    </message>
    <message>
        <source>{count} pixels of the sample lie in the rectangle.</source>
        <translation>{count} Pixel der Stichprobe liegen im Rechteck.</translation>
    </message>
    <message>
        <source>GeoTIFF (*.tif)</source>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <source>Brushed pixels - {name}</source>
        <translation>Markierte Pixel - {name}</translation>
    </message>
    <message>
        <source>Writing a mask</source>
        <translation>Eine Maske wird geschrieben</translation>
    </message>
    <message>
        <source>Outlining the brushed pixels</source>
        <translation>Die markierten Pixel werden umrissen</translation>
    </message>
    <message>
        <source>{count} places of the class {name} are added to the training layer.</source>
        <translation>{count} Orte der Klasse {name} sind zum Trainingslayer hinzugefügt.</translation>
    </message>
    <message>
        <source>Training points</source>
        <translation>Trainingspunkte</translation>
    </message>
    <message>
        <source>Training polygons</source>
        <translation>Trainingspolygone</translation>
    </message>
    <message>
        <source>NEON spectrum</source>
        <translation>NEON-Spektrum</translation>
    </message>
    <message>
        <source>Show the spectrum of places that are clicked on the map</source>
        <translation>Das Spektrum von Orten zeigen, die auf der Karte angeklickt werden</translation>
    </message>
    <message>
        <source>Spectra of the library</source>
        <translation>Spektren der Bibliothek</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>Teil des Namens</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>unbenannt</translation>
    </message>
    <message>
        <source>The layer of this spectrum is gone.</source>
        <translation>Der Layer dieses Spektrums ist weg.</translation>
    </message>
    <message>
        <source>No layer has spectra at this place. Drop a tile (.h5) on the map, or add cleaned reflectance or another raster with wavelengths.</source>
        <translation>Kein Layer hat an diesem Ort Spektren. Ziehen Sie eine Kachel (.h5) auf die Karte, oder fügen Sie bereinigten Reflexionsgrad oder ein anderes Raster mit Wellenlängen hinzu.</translation>
    </message>
    <message>
        <source>class on the map</source>
        <translation>Klasse auf der Karte</translation>
    </message>
    <message>
        <source>Choose the table of the classes to compare with their spectra.</source>
        <translation>Wählen Sie die Tabelle der Klassen, um mit deren Spektren zu vergleichen.</translation>
    </message>
    <message>
        <source>nearest class</source>
        <translation>nächste Klasse</translation>
    </message>
    <message>
        <source>nearest other class</source>
        <translation>nächste andere Klasse</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Spektrum</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Euclidean distance to the centre of the class, in reflectance</source>
        <translation>Euklidischer Abstand zum Zentrum der Klasse, als Reflexionsgrad</translation>
    </message>
    <message>
        <source>Spectral angle to the centre of the class</source>
        <translation>Spektralwinkel zum Zentrum der Klasse</translation>
    </message>
    <message>
        <source>Choose places on the map</source>
        <translation>Orte auf der Karte wählen</translation>
    </message>
    <message>
        <source>1 pixel</source>
        <translation>1 Pixel</translation>
    </message>
    <message>
        <source>Mean of 3 x 3</source>
        <translation>Mittel von 3 x 3</translation>
    </message>
    <message>
        <source>Mean of 5 x 5</source>
        <translation>Mittel von 5 x 5</translation>
    </message>
    <message>
        <source>Mean of polygon</source>
        <translation>Mittel eines Polygons</translation>
    </message>
    <message>
        <source>What a click reads. Of a polygon, click the corners, and end it with the right mouse button.</source>
        <translation>Was ein Klick liest. Von einem Polygon klicken Sie die Ecken an und beenden es mit der rechten Maustaste.</translation>
    </message>
    <message>
        <source>Add spectra of a library or of samples...</source>
        <translation>Spektren einer Bibliothek oder von Proben hinzufügen...</translation>
    </message>
    <message>
        <source>Choose the table of the classes...</source>
        <translation>Die Tabelle der Klassen wählen...</translation>
    </message>
    <message>
        <source>Show whole spectra</source>
        <translation>Ganze Spektren zeigen</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Keep the same range of reflectance, whatever the spectra are.</source>
        <translation>Denselben Bereich der Reflexion behalten, welche Spektren es auch sind.</translation>
    </message>
    <message>
        <source>Copy values and picture</source>
        <translation>Werte und Bild kopieren</translation>
    </message>
    <message>
        <source>Remove the chosen spectrum</source>
        <translation>Das gewählte Spektrum entfernen</translation>
    </message>
    <message>
        <source>Remove all spectra</source>
        <translation>Alle Spektren entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Table (CSV)...</source>
        <translation>Tabelle (CSV)...</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Picture (PNG)...</source>
        <translation>Bild (PNG)...</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Drawing (SVG)...</source>
        <translation>Zeichnung (SVG)...</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Markers as a layer of points</source>
        <translation>Marken als Punktlayer</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>Wird gelesen...</translation>
    </message>
    <message>
        <source>Click on the map: a spectrum. Ctrl+click, drag the number, or arrow keys (Shift: 10 pixels): move it. Del: remove it.</source>
        <translation>Klick auf die Karte: ein Spektrum. Strg+Klick, Ziehen der Nummer oder Pfeiltasten (Umschalt: 10 Pixel): versetzen. Entf: entfernen.</translation>
    </message>
    <message>
        <source>Spectra (*.csv *.sli *.hdr *.txt *.asd);;All files (*)</source>
        <translation>Spektren (*.csv *.sli *.hdr *.txt *.asd);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Spectra of a library or of samples</source>
        <translation>Spektren einer Bibliothek oder von Proben</translation>
    </message>
    <message>
        <source>{path} does not say at which wavelengths its bands lie.</source>
        <translation>{path} sagt nicht, bei welchen Wellenlängen seine Kanäle liegen.</translation>
    </message>
    <message>
        <source>Tables of classes or samples (*.csv);;All files (*)</source>
        <translation>Tabellen von Klassen oder Proben (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Table of the classes</source>
        <translation>Tabelle der Klassen</translation>
    </message>
    <message>
        <source>Save spectra</source>
        <translation>Spektren speichern</translation>
    </message>
    <message>
        <source>{path} cannot be written; choose another place.</source>
        <translation>{path} kann nicht geschrieben werden; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>Klasse {number}</translation>
    </message>
    <message>
        <source>library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>This place lies outside {name}.</source>
        <translation>Dieser Ort liegt außerhalb von {name}.</translation>
    </message>
    <message>
        <source>There is too little memory.</source>
        <translation>Es ist zu wenig Speicher frei.</translation>
    </message>
    <message>
        <source>Reading a spectrum</source>
        <translation>Ein Spektrum wird gelesen</translation>
    </message>
    <message>
        <source>The pixels of {name} lie between those of {first} (upper-left corners {left:.10g}, {top:.10g} and {first_left:.10g}, {first_top:.10g}); leave out one of them.</source>
        <translation>Die Pixel von {name} liegen zwischen denen von {first} (linke obere Ecken {left:.10g}, {top:.10g} und {first_left:.10g}, {first_top:.10g}); lassen Sie eine der beiden weg.</translation>
    </message>
    <message>
        <source>The endmembers {names} are multiples of each other, so that their abundances are not defined.</source>
        <translation>Die Endmember {names} sind Vielfache voneinander, sodass ihre Anteile nicht bestimmt sind.</translation>
    </message>
    <message>
        <source>{path} (temporary: removed when QGIS closes)</source>
        <translation>{path} (temporär: wird entfernt, wenn QGIS schließt)</translation>
    </message>
    <message>
        <source>These results are temporary files, which are removed when QGIS closes. To keep them, choose files for them, for example in {folder}:</source>
        <translation>Diese Ergebnisse sind temporäre Dateien, die entfernt werden, wenn QGIS schließt. Um sie zu behalten, wählen Sie Dateien für sie, zum Beispiel in {folder}:</translation>
    </message>
    <message>
        <source>These results are temporary files, which are removed when QGIS closes:</source>
        <translation>Diese Ergebnisse sind temporäre Dateien, die entfernt werden, wenn QGIS schließt:</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Several make one raster.</source>
        <translation>Mehrere ergeben ein Raster.</translation>
    </message>
    <message>
        <source>NEON reflectance files: tiles (DP3.30006.001 or .002) or flight lines (DP1.30006.001), or folders in or below which they are.</source>
        <translation>NEON-Dateien mit Reflexionsgraden: Kacheln (DP3.30006.001 oder .002) oder Flugstreifen (DP1.30006.001), oder Ordner, in oder unter denen sie liegen.</translation>
    </message>
    <message>
        <source>Where tiles overlap, the one listed first counts.</source>
        <translation>Wo Kacheln sich überlappen, zählt die, die zuerst in der Liste steht.</translation>
    </message>
    <message>
        <source>Where tiles overlap, the one listed first counts. Tiles may be of several years and sensors: spectra are resampled to the bands of the first one.</source>
        <translation>Wo Kacheln sich überlappen, zählt die, die zuerst in der Liste steht. Kacheln dürfen von mehreren Jahren und Sensoren sein: Spektren werden auf die Kanäle der ersten umgerechnet.</translation>
    </message>
    <message>
        <source>Several are sampled together.</source>
        <translation>Aus mehreren wird eine gemeinsame Stichprobe gezogen.</translation>
    </message>
    <message>
        <source>Extract an ancillary layer</source>
        <translation>Zusatzebene extrahieren</translation>
    </message>
    <message>
        <source>Find anomalies</source>
        <translation>Anomalien finden</translation>
    </message>
    <message>
        <source>Classify with a saved classifier</source>
        <translation>Mit gespeichertem Klassifikator klassifizieren</translation>
    </message>
    <message>
        <source>Classifies other images with a classifier that Train a classifier wrote: classes keep their numbers, names and, where it was told to reject, their limits. The bands of the classifier are found in the image by wavelength. A random forest or linear SVM needs no further package here.
Tiles, or one raster: give one of the two. Tiles are read one after the other, so that a whole site needs the memory of one tile.
The accuracy is that of the image with the samples. Under another light, in another season or at another site, spectra of the same class differ; test it there.</source>
        <translation>Klassifiziert weitere Bilder mit einem Klassifikator, den „Klassifikator trainieren“ geschrieben hat: Klassen behalten Nummern und Namen und, wo er zurückweisen sollte, ihre Grenzen. Die Kanäle des Klassifikators werden im Bild nach der Wellenlänge gefunden. Random Forest und lineare SVM brauchen hier kein weiteres Paket.
Kacheln oder ein Raster: eines von beiden angeben. Kacheln werden nacheinander gelesen, sodass ein ganzer Standort so viel Arbeitsspeicher braucht wie eine Kachel.
Die Genauigkeit ist die des Bildes mit den Trainingsflächen. Bei anderem Licht, in einer anderen Jahreszeit oder an einem anderen Ort sehen Spektren derselben Klasse anders aus; prüfen Sie sie dort.</translation>
    </message>
    <message>
        <source>There is not enough memory. Keep fewer bands (every n-th, with a larger n) or choose a smaller extent.</source>
        <translation>Der Arbeitsspeicher reicht nicht. Behalten Sie weniger Kanäle (jeden n-ten, mit größerem n), oder wählen Sie eine kleinere Ausdehnung.</translation>
    </message>
    <message>
        <source>Left out, as the run was cancelled: {results}.</source>
        <translation>Weggelassen, weil der Lauf abgebrochen wurde: {results}.</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Study classification settings</source>
        <translation>Einstellungen der Klassifikation untersuchen</translation>
    </message>
    <message>
        <source>Stop each clustering after so many iterations, or earlier when no or hardly any pixel changes class.</source>
        <translation>Jede Klassenbildung endet nach so vielen Iterationen, oder früher, wenn kein oder kaum ein Pixel die Klasse wechselt.</translation>
    </message>
    <message>
        <source>Well-separated pixels (k-means++)</source>
        <translation>Weit auseinanderliegende Pixel (k-means++)</translation>
    </message>
    <message>
        <source>{label} [or {others}]</source>
        <translation>{label} [oder {others}]</translation>
    </message>
    <message>
        <source>Train a classifier</source>
        <translation>Klassifikator trainieren</translation>
    </message>
    <message>
        <source>The classifier, to apply to other images with Classify with a saved classifier.</source>
        <translation>Der Klassifikator, um ihn mit „Mit gespeichertem Klassifikator klassifizieren“ auf weitere Bilder anzuwenden.</translation>
    </message>
    <message>
        <source>Reads the description of a NEON reflectance tile or flight line (HDF5): product, site, days of acquisition, grid, coordinate system, wavelengths and widths of the bands, which of them the rule of NEON&apos;s tutorial keeps, water-vapour windows, weather quality, where the sun stood, seams between flight lines, ancillary layers and storage.
Of the reflectance one band is read, to find the share of pixels without data and how much neighbouring pixels of different flight lines differ. The report also has a picture and the mean spectrum, for which parts of the file are read. The numbers are outputs for models; the log and the report have all of it in words.</source>
        <translation>Liest die Beschreibung einer NEON-Kachel oder eines Flugstreifens mit Reflexionsgraden (HDF5): Produkt, Standort, Aufnahmetage, Raster, Koordinatensystem, Wellenlängen und Breiten der Kanäle, welche davon die Regel aus NEONs Tutorial behält, Fenster des Wasserdampfs, Wetterqualität, Sonnenstand, Nähte zwischen Flugstreifen, Zusatzebenen und Speicherung.
Von den Reflexionsgraden wird ein Kanal gelesen, um den Anteil der Pixel ohne Daten zu finden und wie sehr sich benachbarte Pixel verschiedener Flugstreifen unterscheiden. Der Bericht enthält auch ein Bild und das mittlere Spektrum, für die Teile der Datei gelesen werden. Die Zahlen sind Ausgaben für Modelle; Protokoll und Bericht sagen alles in Worten.</translation>
    </message>
    <message>
        <source>Reading the picture</source>
        <translation>Bild wird gelesen</translation>
    </message>
    <message>
        <source>Kept of the cancelled run:</source>
        <translation>Vom abgebrochenen Lauf behalten:</translation>
    </message>
    <message>
        <source>{parameter} is not the id of an authentication configuration, which has seven letters and digits. A token does not belong here, as QGIS would keep it in its history: store it in Settings &gt; Options &gt; Authentication first.</source>
        <translation>{parameter} ist nicht die Kennung einer Authentifizierungskonfiguration, die sieben Buchstaben und Ziffern hat. Ein Token gehört nicht hierher, denn QGIS würde es in seinem Verlauf behalten: speichern Sie es zuerst unter Einstellungen &gt; Optionen &gt; Authentifizierung.</translation>
    </message>
    <message>
        <source>QGIS cannot read the authentication configuration of {parameter} without its master password; for qgis_process, write it into a file and set the environment variable QGIS_AUTH_PASSWORD_FILE to the path of that file.</source>
        <translation>QGIS kann die Authentifizierungskonfiguration von {parameter} ohne das Hauptpasswort nicht lesen; schreiben Sie es für qgis_process in eine Datei, und setzen Sie die Umgebungsvariable QGIS_AUTH_PASSWORD_FILE auf deren Pfad.</translation>
    </message>
    <message>
        <source>Stop after so many iterations, or earlier when no or hardly any pixel changes class.</source>
        <translation>Endet nach so vielen Iterationen, oder früher, wenn kein oder kaum ein Pixel die Klasse wechselt.</translation>
    </message>
    <message>
        <source>Centres of an earlier run (file)</source>
        <translation>Zentren eines früheren Laufs (Datei)</translation>
    </message>
    <message>
        <source>A table of cluster centres that an earlier run wrote, for starting from its centres.</source>
        <translation>Eine Tabelle mit Klassenzentren, die ein früherer Lauf geschrieben hat, um von diesen Zentren auszugehen.</translation>
    </message>
    <message>
        <source>Keep the classes when cancelled</source>
        <translation>Klassen bei Abbruch behalten</translation>
    </message>
    <message>
        <source>When the run is cancelled during the iterations, the one under way is finished, and its classes are written and loaded, with centres, report and preview. Layer, log and report say after which iteration it was. This takes some seconds and cannot be cancelled again. Other results are left out, and files of earlier runs in their places stay. Cancelled before the iterations, a run leaves nothing.</source>
        <translation>Wird der Lauf während der Iterationen abgebrochen, so wird die laufende beendet, und ihre Klassen werden geschrieben und geladen, mit Zentren, Bericht und Vorschau. Layer, Protokoll und Bericht sagen, nach welcher Iteration das war. Das dauert einige Sekunden und lässt sich nicht noch einmal abbrechen. Andere Ergebnisse entfallen, und Dateien früherer Läufe an ihrer Stelle bleiben. Ein Abbruch vor den Iterationen hinterlässt nichts.</translation>
    </message>
    <message>
        <source>End when at most so many pixels move (%)</source>
        <translation>Enden, wenn höchstens so viele Pixel wechseln (%)</translation>
    </message>
    <message>
        <source>Iterations end when at most this share of the pixels has changed class, as those that still move lie between two classes. With 0, they end when no pixel has, as in NEON&apos;s tutorial. Empty: 0.01 for k-means++, 0 for the other starts.</source>
        <translation>Die Iterationen enden, wenn höchstens dieser Anteil der Pixel die Klasse gewechselt hat, denn die noch wechseln, liegen zwischen zwei Klassen. Mit 0 enden sie, wenn keiner wechselt, wie in NEONs Tutorial. Leer: 0,01 bei k-means++, 0 bei den anderen Anfängen.</translation>
    </message>
    <message>
        <source>K-means, {classes} classes, cancelled after iteration {iteration} - {image}</source>
        <translation>K-Means, {classes} Klassen, abgebrochen nach Iteration {iteration} - {image}</translation>
    </message>
    <message>
        <source>Components to keep</source>
        <translation>Zu behaltende Komponenten</translation>
    </message>
    <message>
        <source>{parameter} is {value}; give the code of a product, such as DP3.30006.002.</source>
        <translation>{parameter} ist {value}; geben Sie den Code eines Produkts an, etwa DP3.30006.002.</translation>
    </message>
    <message>
        <source>NEON gives data only with a token: get one at {page}, store it in QGIS (Settings &gt; Options &gt; Authentication, method Basic, as the password) and choose it as {parameter}, or set the environment variable {variable}.</source>
        <translation>NEON gibt Daten nur mit einem Token heraus: holen Sie eines unter {page}, speichern Sie es in QGIS (Einstellungen &gt; Optionen &gt; Authentifizierung, Methode Basic, als Passwort), und wählen Sie es als {parameter}, oder setzen Sie die Umgebungsvariable {variable}.</translation>
    </message>
    <message>
        <source>The tiles are provisional: NEON may still change them; switch on {parameter} to download them.</source>
        <translation>Die Kacheln sind vorläufig: NEON kann sie noch ändern; schalten Sie {parameter} ein, um sie herunterzuladen.</translation>
    </message>
    <message numerus="yes">
        <source>{count} provisional tiles are left out; {parameter} downloads such tiles.</source>
        <translation>
            <numerusform>{count} vorläufige Kachel entfällt; {parameter} lädt solche Kacheln herunter.</numerusform>
            <numerusform>{count} vorläufige Kacheln entfallen; {parameter} lädt solche Kacheln herunter.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} of {first} and of {second} would be the same file; choose a {year}, or NEON&apos;s folders as {layout}, which keep them apart.</source>
        <translation>{name} von {first} und von {second} wären dieselbe Datei; wählen Sie ein {year}, oder NEONs Ordner als {layout}, die beide auseinanderhalten.</translation>
    </message>
    <message>
        <source>{path} is the tile of {month}, which is kept; choose another {folder}, or NEON&apos;s folders as {layout}, which keep the years apart.</source>
        <translation>{path} ist die Kachel vom {month}, die behalten wird; wählen Sie einen anderen {folder}, oder NEONs Ordner als {layout}, die die Jahre auseinanderhalten.</translation>
    </message>
    <message>
        <source>{path} is there, but is not the tile of {month} (its size or checksum is another one); move it away, or choose another {folder}.</source>
        <translation>{path} ist vorhanden, aber nicht die Kachel vom {month} (Größe oder Prüfsumme sind andere); verschieben Sie die Datei, oder wählen Sie einen anderen {folder}.</translation>
    </message>
    <message>
        <source>{size} are to be downloaded, more than {parameter} allows, which is {most}; choose fewer tiles or allow more.</source>
        <translation>{size} wären herunterzuladen, mehr als {parameter} erlaubt, nämlich {most}; wählen Sie weniger Kacheln, oder erlauben Sie mehr.</translation>
    </message>
    <message>
        <source>{parameter} is &quot;{text}&quot;; give the code of a NEON site, four letters or digits such as SERC.</source>
        <translation>{parameter} ist „{text}“; geben Sie den Code eines NEON-Standorts an, vier Buchstaben oder Ziffern wie SERC.</translation>
    </message>
    <message>
        <source>{name}: the server sends more than it should, or than {parameter} allows; run again later.</source>
        <translation>{name}: der Server sendet mehr, als er sollte oder als {parameter} erlaubt; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Writing the demo tile needs h5py, which the Python of QGIS cannot import. {how} Download tiles gets real tiles without it.</source>
        <translation>Zum Schreiben der Demokachel ist h5py nötig, das das Python von QGIS nicht importieren kann. {how} „Kacheln herunterladen“ holt auch ohne dieses Paket echte Kacheln.</translation>
    </message>
    <message>
        <source>Choose the package python3-h5py in the OSGeo4W Setup, which fits the HDF5 of QGIS; or run python -m pip install h5py in the OSGeo4W Shell, and start QGIS again.</source>
        <translation>Wählen Sie im OSGeo4W-Setup das Paket python3-h5py, das zum HDF5 von QGIS passt, oder führen Sie in der OSGeo4W Shell python -m pip install h5py aus, und starten Sie QGIS neu.</translation>
    </message>
    <message>
        <source>Run {command} in the Terminal, and start QGIS again.</source>
        <translation>Führen Sie im Terminal {command} aus, und starten Sie QGIS neu.</translation>
    </message>
    <message>
        <source>Install the package of your system: {debian} on Debian and Ubuntu, {fedora} on Fedora; then start QGIS again.</source>
        <translation>Installieren Sie das Paket Ihres Systems: {debian} unter Debian und Ubuntu, {fedora} unter Fedora; starten Sie dann QGIS neu.</translation>
    </message>
    <message>
        <source>The file does not say where the sun stood.</source>
        <translation>Die Datei sagt nicht, wo die Sonne stand.</translation>
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
        <translation>Zenitwinkel {zenith}, Azimut {azimuth}</translation>
    </message>
    <message>
        <source>The file does not say which pixel comes from which flight line.</source>
        <translation>Die Datei sagt nicht, welches Pixel aus welchem Flugstreifen stammt.</translation>
    </message>
    <message>
        <source>There are no neighbouring pixels of different flight lines.</source>
        <translation>Es gibt keine benachbarten Pixel verschiedener Flugstreifen.</translation>
    </message>
    <message>
        <source>how much neighbours of one line differ beside it is not known</source>
        <translation>wie sehr sich Nachbarn eines Streifens daneben unterscheiden, ist nicht bekannt</translation>
    </message>
    <message>
        <source>{ratio} times as much as neighbours of one line beside it ({beside})</source>
        <translation>{ratio}-mal so viel wie Nachbarn eines Streifens daneben ({beside})</translation>
    </message>
    <message>
        <source>{first} and {second}: pixels differ by {across} across the seam, {compared}; {second} is {shift}.</source>
        <translation>{first} und {second}: Pixel unterscheiden sich über die Naht hinweg um {across}, {compared}; {second} ist {shift}.</translation>
    </message>
    <message>
        <source>darker by {size} on average</source>
        <translation>im Mittel um {size} dunkler</translation>
    </message>
    <message>
        <source>brighter by {size} on average</source>
        <translation>im Mittel um {size} heller</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Sonne</translation>
    </message>
    <message>
        <source>Seams between flight lines (reflectance in {band})</source>
        <translation>Nähte zwischen Flugstreifen (Reflexionsgrad in {band})</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>Streifen {number}</translation>
    </message>
    <message>
        <source>{name}: {bands} bands of {pixels:,} pixels need {size:.1f} GB of memory, which is not there; keep fewer bands (every n-th, with a larger n) or choose a smaller extent.</source>
        <translation>{name}: {bands} Kanäle von {pixels:,} Pixeln brauchen {size:.1f} GB Arbeitsspeicher, die nicht da sind; behalten Sie weniger Kanäle (jeden n-ten, mit größerem n), oder wählen Sie eine kleinere Ausdehnung.</translation>
    </message>
    <message>
        <source>{parameter}: {path} is read-only; choose another name, or allow it to be written.</source>
        <translation>{parameter}: {path} ist schreibgeschützt; wählen Sie einen anderen Namen, oder erlauben Sie das Schreiben.</translation>
    </message>
    <message>
        <source>{parameter}: {path} is not a folder; choose another one.</source>
        <translation>{parameter}: {path} ist kein Ordner; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{parameter}: nothing can be written to the folder {folder} ({reason}); choose another one.</source>
        <translation>{parameter}: in den Ordner {folder} lässt sich nichts schreiben ({reason}); wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{name}: up to {share:.1%} of the values of a band are {value:g} ({bands} of {all} bands have it), which looks like no data but is not marked as such. If it stands for no data, give it as {parameter} or as additional no data value of the layer (Layer Properties &gt; Transparency), and run again.</source>
        <translation>{name}: bis zu {share:.1%} der Werte eines Kanals sind {value:g} (in {bands} von {all} Kanälen), was nach fehlenden Daten aussieht, aber nicht so gekennzeichnet ist. Steht der Wert für fehlende Daten, so geben Sie ihn als {parameter} oder als zusätzlichen NoData-Wert des Layers an (Layereigenschaften &gt; Transparenz), und starten Sie noch einmal.</translation>
    </message>
    <message>
        <source>{error} To go on without it, switch on {parameter}.</source>
        <translation>{error} Um ohne sie weiterzumachen, schalten Sie {parameter} ein.</translation>
    </message>
    <message>
        <source>{found_in} has no wavelengths: its bands are taken for those of {wanted_in} in the same order, and their values for the same unit. Check both, or give it wavelengths and a scale.</source>
        <translation>{found_in} hat keine Wellenlängen: die Kanäle gelten in derselben Reihenfolge als die von {wanted_in} und ihre Werte als solche derselben Einheit. Prüfen Sie beides, oder geben Sie der Datei Wellenlängen und einen Skalierungsfaktor.</translation>
    </message>
    <message>
        <source>Computing scores</source>
        <translation>Komponentenwerte werden berechnet</translation>
    </message>
    <message>
        <source>Clustering all bands, to compare</source>
        <translation>Alle Kanäle werden zum Vergleich in Klassen geteilt</translation>
    </message>
    <message>
        <source>{name} has several bands at {wavelength:g} nm, as images of several dates have, so that its spectra have no continuum; choose an image of one date.</source>
        <translation>{name} hat mehrere Kanäle bei {wavelength:g} nm, wie Bilder von mehreren Tagen, sodass die Spektren kein Kontinuum haben; wählen Sie ein Bild von einem Tag.</translation>
    </message>
    <message>
        <source>{start} is the centres of an earlier run, but no file is given; choose one as {file}.</source>
        <translation>{start} ist „Zentren eines früheren Laufs“, aber es ist keine Datei angegeben; wählen Sie eine als {file}.</translation>
    </message>
    <message>
        <source>{parameter} is {classes}; it must be from 1 to {most}.</source>
        <translation>{parameter} ist {classes}; erlaubt ist 1 bis {most}.</translation>
    </message>
    <message>
        <source>Cancelled after the first iteration.</source>
        <translation>Abgebrochen nach der ersten Iteration.</translation>
    </message>
    <message>
        <source>Cancelled after {iterations} iterations; the last one moved {moved}.</source>
        <translation>Abgebrochen nach {iterations} Iterationen; in der letzten wechselten {moved} die Klasse.</translation>
    </message>
    <message>
        <source>Stopped after {iterations} iterations, as the last one moved only {moved}; iterations end when at most {share} % move.</source>
        <translation>Beendet nach {iterations} Iterationen, da in der letzten nur noch {moved} die Klasse wechselten; Iterationen enden, wenn es höchstens {share} % sind.</translation>
    </message>
    <message>
        <source>Stopped after {iterations} iterations, as many as are allowed; the last one moved {moved}. Allow more, or go on from the centres, to let the classes settle.</source>
        <translation>Beendet nach {iterations} Iterationen, so vielen wie erlaubt; in der letzten wechselten {moved} die Klasse. Erlauben Sie mehr, oder gehen Sie von den Zentren aus, damit die Klassen zur Ruhe kommen.</translation>
    </message>
    <message>
        <source>{moved} of {pixels} pixels ({share} %)</source>
        <translation>{moved} von {pixels} Pixeln ({share} %)</translation>
    </message>
    <message>
        <source>The share of pixels at which iterations end is {share:g} %; it must be from 0 to 100.</source>
        <translation>Der Anteil der Pixel, bei dem Iterationen enden, ist {share:g} %; erlaubt ist 0 bis 100.</translation>
    </message>
    <message>
        <source>Cancelled: this iteration is finished, then its classes are written.</source>
        <translation>Abgebrochen: diese Iteration wird beendet, dann werden ihre Klassen geschrieben.</translation>
    </message>
    <message>
        <source>Cancelled: the classes are written first.</source>
        <translation>Abgebrochen: die Klassen werden noch geschrieben.</translation>
    </message>
    <message>
        <source>Measuring distances to the centres</source>
        <translation>Abstände zu den Zentren werden gemessen</translation>
    </message>
    <message>
        <source>Writing the distances</source>
        <translation>Abstände werden geschrieben</translation>
    </message>
    <message>
        <source>Writing the preview</source>
        <translation>Vorschau wird geschrieben</translation>
    </message>
    <message>
        <source>Estimating the noise</source>
        <translation>Rauschen wird geschätzt</translation>
    </message>
    <message>
        <source>Writing the denoised images</source>
        <translation>Entrauschte Bilder werden geschrieben</translation>
    </message>
    <message>
        <source>Writing the components</source>
        <translation>Komponenten werden geschrieben</translation>
    </message>
    <message>
        <source>Anomaly {rank}</source>
        <translation>Anomalie {rank}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Mean spectrum</source>
        <translation>Mittleres Spektrum</translation>
    </message>
    <message>
        <source>It is not known: no pixel that was read has data, or they are damaged.</source>
        <translation>Es ist nicht bekannt: kein gelesenes Pixel hat Daten, oder sie sind beschädigt.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message numerus="yes">
        <source>The line is the mean of {count} pixels that are spread over the tile, the shading leaves out the lowest and the highest 5 % of them; bands in windows of water vapour are left out.</source>
        <translation>
            <numerusform>Die Linie ist der Mittelwert von {count} über die Kachel verteilten Pixel, die Fläche lässt die niedrigsten und die höchsten 5 % weg; Kanäle in Fenstern des Wasserdampfs fehlen.</numerusform>
            <numerusform>Die Linie ist der Mittelwert von {count} über die Kachel verteilten Pixeln, die Fläche lässt die niedrigsten und die höchsten 5 % weg; Kanäle in Fenstern des Wasserdampfs fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every {step}th band was read.</source>
        <translation>Jeder {step}. Kanal wurde gelesen.</translation>
    </message>
    <message>
        <source>The zenith angle is that between sun and straight above; the azimuth is counted from north over east.</source>
        <translation>Der Zenitwinkel ist der zwischen der Sonne und der Senkrechten; der Azimut zählt von Norden über Osten.</translation>
    </message>
    <message>
        <source>Seams between flight lines</source>
        <translation>Nähte zwischen Flugstreifen</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Streifen</translation>
    </message>
    <message>
        <source>Neighbouring pixels</source>
        <translation>Benachbarte Pixel</translation>
    </message>
    <message>
        <source>Difference across</source>
        <translation>Unterschied über die Naht</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Second less first</source>
        <translation>Zweiter minus erster</translation>
    </message>
    <message>
        <source>Mean absolute differences of reflectance in {band}: of neighbouring pixels of two lines, and of the neighbours next to them that are of one line. A ratio near 1 is no seam; where it is larger, lines differ in light, view or correction, and classes may follow the seam.</source>
        <translation>Mittlere absolute Unterschiede des Reflexionsgrads in {band}: benachbarter Pixel zweier Streifen, und der Nachbarn daneben, die aus einem Streifen sind. Ein Verhältnis nahe 1 ist keine Naht; ist es größer, unterscheiden sich die Streifen in Licht, Blickwinkel oder Korrektur, und Klassen können der Naht folgen.</translation>
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
            <numerusform>{count} Bild</numerusform>
            <numerusform>{count} Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>x {left} to {right}, y {bottom} to {top}</source>
        <translation>x {left} bis {right}, y {bottom} bis {top}</translation>
    </message>
    <message>
        <source>{columns} x {rows} pixels of {width} x {height} m</source>
        <translation>{columns} x {rows} Pixel von {width} x {height} m</translation>
    </message>
    <message>
        <source>{columns} x {rows} pixels of {width} x {height}</source>
        <translation>{columns} x {rows} Pixel von {width} x {height}</translation>
    </message>
    <message>
        <source>{title}: the first one</source>
        <translation>{title}: die erste</translation>
    </message>
    <message>
        <source>{title}: 1 red, 2 green, 3 blue</source>
        <translation>{title}: 1 rot, 2 grün, 3 blau</translation>
    </message>
    <message>
        <source>cancelled after {iterations}</source>
        <translation>abgebrochen nach {iterations}</translation>
    </message>
    <message>
        <source>cancelled after {iterations}, {pixels} moved in the last</source>
        <translation>abgebrochen nach {iterations}, in der letzten wechselten {pixels}</translation>
    </message>
    <message>
        <source>{iterations}, until at most {share} % of the pixels moved; in the last, {pixels}</source>
        <translation>{iterations}, bis höchstens {share} % der Pixel wechselten; in der letzten {pixels}</translation>
    </message>
    <message numerus="yes">
        <source>of {count} features the buffer leaves nothing</source>
        <translation>
            <numerusform>von {count} Objekt lässt der Puffer nichts übrig</numerusform>
            <numerusform>von {count} Objekten lässt der Puffer nichts übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing left by the buffer</source>
        <translation>Vom Puffer nichts übrig gelassen</translation>
    </message>
    <message>
        <source>{path} has values up to {value} only, which are read in the unit that it states and so become a reflectance of {reflectance} at most; check its unit.</source>
        <translation>{path} hat nur Werte bis {value}, die in der angegebenen Einheit gelesen werden und so höchstens einen Reflexionsgrad von {reflectance} ergeben; prüfen Sie die Einheit.</translation>
    </message>
    <message>
        <source>Copying {name}</source>
        <translation>{name} wird kopiert</translation>
    </message>
    <message>
        <source>Copying a tile, so that its spectra come at once</source>
        <translation>Eine Kachel wird kopiert, damit ihre Spektren sofort kommen</translation>
    </message>
    <message>
        <source>Each spectrum of this tile takes as long as the first one. {problem}</source>
        <translation>Jedes Spektrum dieser Kachel dauert so lange wie das erste. {problem}</translation>
    </message>
    <message>
        <source>Which classes correspond. 0: those that share most pixels, for k-means, whose numbers mean nothing. 1: those with the same number. 2: those with the same name, without the number and the share that this plugin writes around names; case and surrounding spaces do not matter unless a map has both spellings. A class without a name is called by its number.</source>
        <translation>Welche Klassen einander entsprechen. 0: die, die die meisten Pixel teilen, für k-Means, dessen Nummern nichts bedeuten. 1: die mit derselben Nummer. 2: die mit demselben Namen, ohne die Nummer und den Anteil, die dieses Plugin um Namen herum schreibt; Groß- und Kleinschreibung und Leerzeichen am Rand zählen nicht, außer wenn eine Karte beide Schreibweisen hat. Eine Klasse ohne Namen heißt wie ihre Nummer.</translation>
    </message>
    <message>
        <source>{found_in} has no band for {missing} of the {wanted} bands of {wanted_in}: {listed}. Clean both with the same choice of bands.</source>
        <translation>{found_in} hat keinen Kanal für {missing} der {wanted} Kanäle von {wanted_in}: {listed}. Bereinigen Sie beide mit derselben Auswahl von Kanälen.</translation>
    </message>
    <message>
        <source>{path} has the class {name} more than once; leave one of its rows.</source>
        <translation>{path} enthält die Klasse {name} mehr als einmal; lassen Sie nur eine der Zeilen stehen.</translation>
    </message>
    <message numerus="yes">
        <source>{sites}, {count} tiles</source>
        <translation>
            <numerusform>{sites}, {count} Kachel</numerusform>
            <numerusform>{sites}, {count} Kacheln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{parameter} is {classes}, but {name} has only {count} valid pixels; choose so many at most, or use more of it.</source>
        <translation>
            <numerusform>{parameter} ist {classes}, aber {name} hat nur {count} gültiges Pixel; wählen Sie höchstens so viele, oder nutzen Sie mehr davon.</numerusform>
            <numerusform>{parameter} ist {classes}, aber {name} hat nur {count} gültige Pixel; wählen Sie höchstens so viele, oder nutzen Sie mehr davon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} has {count} good bands in {range} nm, and an absorption feature needs at least 3; widen the range.</source>
        <translation>
            <numerusform>{name} hat {count} guten Kanal in {range} nm, und ein Absorptionsmerkmal braucht mindestens 3; erweitern Sie den Bereich.</numerusform>
            <numerusform>{name} hat {count} gute Kanäle in {range} nm, und ein Absorptionsmerkmal braucht mindestens 3; erweitern Sie den Bereich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} has {count} good bands, and an absorption feature needs at least 3; choose an image with more bands.</source>
        <translation>
            <numerusform>{name} hat {count} guten Kanal, und ein Absorptionsmerkmal braucht mindestens 3; wählen Sie ein Bild mit mehr Kanälen.</numerusform>
            <numerusform>{name} hat {count} gute Kanäle, und ein Absorptionsmerkmal braucht mindestens 3; wählen Sie ein Bild mit mehr Kanälen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Covariance of each class: share of the pooled covariance {shares}; share of the diagonal in the pooled one {diagonal:g}.</source>
        <translation>Kovarianz jeder Klasse: Anteil der gemeinsamen (gepoolten) Kovarianz {shares}; Anteil der Diagonale an der gemeinsamen {diagonal:g}.</translation>
    </message>
    <message>
        <source>No component has a signal-to-noise ratio of {snr:g} or more; the first one, with {first:.2g}, is kept.</source>
        <translation>Keine Komponente hat ein Signal-Rausch-Verhältnis von {snr:g} oder mehr; die erste, mit {first:.2g}, wird behalten.</translation>
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
