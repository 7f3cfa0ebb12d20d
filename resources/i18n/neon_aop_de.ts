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
            <source>Reads one of the images that come with the reflectance in a NEON tile (HDF5): weather quality, day of acquisition, terrain, angles to the sensor, shadow, aerosol, water vapour and others. A layer is found under each of the names that it has had in NEON's files.
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
            <source>Gives each pixel the class whose centre is nearest, so that a new map joins an earlier one: class n means the same and has the same colour in both. Centres do not change. The bands of the centres are found in the image by wavelength.
Tiles, or one raster: give one of the two. Tiles are read one after the other, so that a whole site needs the memory of one tile. Pixels without data stay without class.
K-means writes the classes that pixels had before the centres moved for the last time, so the map of a run that had not finished (pixels moved in the last iteration) may differ a little from the one that its centres give; otherwise both are the same.
It does not suit images of another kind than the one that the centres come from, such as raw counts instead of reflectance, or another season: every pixel gets a class, however far its centre is.</source>
            <translation>Gibt jedem Pixel die Klasse mit dem nächstgelegenen Zentrum, sodass eine neue Karte an eine frühere anschließt: Klasse n bedeutet in beiden dasselbe und hat dieselbe Farbe. Die Zentren ändern sich nicht. Die Kanäle der Zentren werden im Bild anhand der Wellenlänge gefunden.
Entweder Kacheln oder ein Raster angeben. Kacheln werden nacheinander gelesen, sodass ein ganzes Gebiet nur den Speicher einer Kachel braucht. Pixel ohne Daten bleiben ohne Klasse.
K-Means schreibt die Klassen, welche die Pixel vor der letzten Verschiebung der Zentren hatten. Die Karte eines Laufs, der nicht zu Ende gekommen war (in der letzten Iteration wechselten noch Pixel), kann daher etwas von der abweichen, die sich aus seinen Zentren ergibt; sonst sind beide gleich.
Nicht geeignet für Bilder anderer Art als jenes, aus dem die Zentren stammen, etwa Rohwerte statt Reflexionsgrad oder eine andere Jahreszeit: Jedes Pixel erhält eine Klasse, so weit ihr Zentrum auch entfernt ist.</translation>
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
            <source>Reflectance tiles</source>
            <translation>Reflexionsgrad-Kacheln</translation>
        </message>
        <message>
            <source>NEON reflectance files: tiles (DP3.30006.001 or .002) or flight lines (DP1.30006.001), or folders with them. Several make one raster.</source>
            <translation>NEON-Dateien mit Reflexionsgraden: Kacheln (DP3.30006.001 oder .002) oder Flugstreifen (DP1.30006.001), oder Ordner damit. Mehrere ergeben ein Raster.</translation>
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
            <source>Both TILES and INPUT are given</source>
            <translation>Sowohl TILES als auch INPUT ist angegeben</translation>
        </message>
        <message>
            <source>Neither TILES nor INPUT is given</source>
            <translation>Weder TILES noch INPUT ist angegeben</translation>
        </message>
        <message>
            <source>{}; give either NEON files (.h5) or a raster.</source>
            <translation>{}; entweder NEON-Dateien (.h5) oder ein Raster angeben.</translation>
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
            <source>Compute the principal components of an earlier run for further tiles or a raster.</source>
            <translation>Die Hauptkomponenten eines früheren Laufs für weitere Kacheln oder ein Raster berechnen.</translation>
        </message>
        <message>
            <source>Computes the same components as an earlier run, so that a new raster joins an earlier one: the same bands with the same weights, centred by the means of the earlier image. The bands of the model are found in the image by wavelength.
Tiles, or one raster: give one of the two. Tiles are read one after the other, so that a whole site needs the memory of one tile. Pixels without data stay without data.
Colours depend on the model only, so that neighbouring rasters look alike.
The names of the bands tell shares of the variance of the earlier image. Where the new one shows other surfaces, the components may hold less of its variance.</source>
            <translation>Berechnet dieselben Komponenten wie ein früherer Lauf, sodass ein neues Raster an ein früheres anschließt: dieselben Kanäle mit denselben Gewichten, zentriert um die Mittelwerte des früheren Bildes. Die Kanäle des Modells werden im Bild anhand der Wellenlänge gefunden.
Entweder Kacheln oder ein Raster angeben. Kacheln werden nacheinander gelesen, sodass ein ganzes Gebiet nur den Speicher einer Kachel braucht. Pixel ohne Daten bleiben ohne Daten.
Die Farben hängen nur vom Modell ab, sodass benachbarte Raster gleich aussehen.
Die Namen der Kanäle nennen Anteile an der Varianz des früheren Bildes. Zeigt das neue andere Oberflächen, können die Komponenten weniger von dessen Varianz enthalten.</translation>
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
            <source>There is not enough memory. Keep fewer bands (a larger subset factor) or choose a smaller extent.</source>
            <translation>Der Arbeitsspeicher reicht nicht aus. Weniger Kanäle behalten (nur jeden n-ten, mit größerem n) oder eine kleinere Ausdehnung wählen.</translation>
        </message>
        <message>
            <source>Plugin</source>
            <translation>Erweiterung</translation>
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
            <source>Reads NEON reflectance tiles (HDF5), leaves out bad bands, groups the pixels into classes by k-means and computes principal components, without intermediate rasters. It gives the same classes and components as cleaning, clustering and principal components in steps.
Several tiles are classified together: a class means the same in all of them.
Pixels without data stay without class. Classes are numbered from 1, dark to bright. The centres are a table that another run can start from; a cancelled run leaves those of its last iteration there.</source>
            <translation>Liest NEON-Kacheln mit Reflexionsgraden (HDF5), lässt unbrauchbare Kanäle weg, gruppiert die Pixel mit k-Means in Klassen und berechnet Hauptkomponenten, ohne Zwischenraster. Das Ergebnis sind dieselben Klassen und Komponenten wie beim schrittweisen Bereinigen, Clustern und Berechnen der Hauptkomponenten.
Mehrere Kacheln werden gemeinsam klassifiziert: Eine Klasse bedeutet in allen dasselbe.
Pixel ohne Daten bleiben ohne Klasse. Die Klassen sind ab 1 von dunkel nach hell nummeriert. Die Zentren sind eine Tabelle, von der ein weiterer Lauf ausgehen kann; ein abgebrochener Lauf hinterlässt dort die seiner letzten Iteration.</translation>
        </message>
        <message>
            <source>NEON reflectance files, tiles (DP3.30006.001 or .002) or flight lines (DP1.30006.001), and folders of such. Where tiles overlap, the one listed first counts.</source>
            <translation>Reflexionsgrad-Dateien von NEON, Kacheln (DP3.30006.001 oder .002) oder Flugstreifen (DP1.30006.001), und Ordner mit solchen. Wo sich Kacheln überlappen, zählt die zuerst genannte.</translation>
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
            <source>Finds the bands nearest to three wavelengths, stretches each between two percentiles of its values, and writes them as red, green and blue. Pixels without data are transparent. Only these bands are read.
Give either a tile (HDF5) or a raster whose bands have wavelengths, such as cleaned reflectance. The composites take the wavelengths of the bands that NEON's lessons show.
The picture is for looking at: brightness does not compare between bands or pictures.</source>
            <translation>Findet die Kanäle, die drei Wellenlängen am nächsten liegen, streckt jeden zwischen zwei Perzentilen seiner Werte und schreibt sie als Rot, Grün und Blau. Pixel ohne Daten sind transparent. Nur diese Kanäle werden gelesen.
Entweder eine Kachel (HDF5) oder ein Raster angeben, dessen Kanäle Wellenlängen haben, zum Beispiel bereinigten Reflexionsgrad. Die Komposite verwenden die Wellenlängen der Kanäle, die NEON in seinen Lektionen zeigt.
Das Bild ist zum Betrachten gedacht: Die Helligkeit ist zwischen Kanälen oder Bildern nicht vergleichbar.</translation>
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
            <source>Three wavelengths for red, green and blue in place of the composite, such as "670, 550, 470".</source>
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
            <source>Both TILE and INPUT are given</source>
            <translation>Sowohl TILE als auch INPUT ist angegeben</translation>
        </message>
        <message>
            <source>Neither TILE nor INPUT is given</source>
            <translation>Weder TILE noch INPUT ist angegeben</translation>
        </message>
        <message>
            <source>{}; give either a NEON file (.h5) or a raster.</source>
            <translation>{}; entweder eine NEON-Datei (.h5) oder ein Raster angeben.</translation>
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
            <source>Write a small synthetic reflectance tile in NEON's format, to try the other algorithms with.</source>
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
            <source>Reads the description of a NEON reflectance tile or flight line (HDF5): product, site, days of acquisition, grid, coordinate system, wavelengths and widths of the bands, which of them the rule of NEON's tutorial keeps, water-vapour windows, weather quality, ancillary layers and storage.
Of the reflectance one band is read, to find the share of pixels without data. The numbers are outputs for models; the log and the report have all of it in words.</source>
            <translation>Liest die Beschreibung einer NEON-Kachel oder eines Flugstreifens mit Reflexionsgraden (HDF5): Produkt, Standort, Aufnahmetage, Gitter, Koordinatensystem, Wellenlängen und Breiten der Kanäle, welche davon nach der Regel aus NEONs Tutorial bleiben, Wasserdampffenster, Wetterqualität, Zusatzlayer und Speicherung.
Vom Reflexionsgrad wird ein Kanal gelesen, um den Anteil der Pixel ohne Daten zu ermitteln. Die Zahlen sind Ausgaben für Modelle; Protokoll und Bericht geben alles in Worten wieder.</translation>
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
            <source>Do all steps of NEON's tutorial on unsupervised classification with its settings.</source>
            <translation>Alle Schritte von NEONs Tutorial zur unüberwachten Klassifikation mit dessen Einstellungen ausführen.</translation>
        </message>
        <message>
            <source>Cleans the reflectance of a tile, classifies it by k-means from the start that NEON's tutorial takes, and computes principal components: the steps of the tutorial, one after the other, with its settings.
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
            <source>As NEON's tutorial: water vapour, the first 10 and the last 15</source>
            <translation>Wie in NEONs Tutorial: Wasserdampf, die ersten 10 und die letzten 15</translation>
        </message>
        <message>
            <source>Only inside the water-vapour windows</source>
            <translation>Nur innerhalb der Wasserdampffenster</translation>
        </message>
        <message>
            <source>0 removes the same bands as NEON's tutorial: those in the water-vapour windows and the one before each, the first 10 and the last 15. 1 removes only bands whose centre lies inside the windows.</source>
            <translation>0 entfernt dieselben Kanäle wie NEONs Tutorial: die in den Wasserdampffenstern und jeweils den davor, die ersten 10 und die letzten 15. 1 entfernt nur Kanäle, deren Mitte innerhalb der Fenster liegt.</translation>
        </message>
        <message>
            <source>Keep every n-th band</source>
            <translation>Jeden n-ten Kanal behalten</translation>
        </message>
        <message>
            <source>Of the remaining bands, keep every n-th. Neighbouring bands are much alike: 2 halves time and memory and hardly changes classes. NEON's tutorial uses 2.</source>
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
            <source>Ranges of wavelengths without usable bands, such as "1340-1445, 1790-1955". Empty: those of the file.</source>
            <translation>Wellenlängenbereiche ohne brauchbare Kanäle, zum Beispiel „1340-1445, 1790-1955“. Leer: die der Datei.</translation>
        </message>
        <message>
            <source>{}: {} cannot be opened as a raster; choose another one.</source>
            <translation>{}: {} kann nicht als Raster geöffnet werden; ein anderes auswählen.</translation>
        </message>
        <message>
            <source>{}: {} comes from {}, not from a file; save it as a GeoTIFF first.</source>
            <translation>{}: {} stammt von {}, nicht aus einer Datei; zuerst als GeoTIFF speichern.</translation>
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
            <source>Stop after so many iterations, or earlier when no pixel changes class.</source>
            <translation>Nach so vielen Iterationen anhalten, oder früher, wenn kein Pixel mehr die Klasse wechselt.</translation>
        </message>
        <message>
            <source>Start from</source>
            <translation>Start von</translation>
        </message>
        <message>
            <source>K-means++ (seeded)</source>
            <translation>K-Means++ (mit Startwert)</translation>
        </message>
        <message>
            <source>NEON's tutorial (diagonal of the data range)</source>
            <translation>NEONs Tutorial (Diagonale des Wertebereichs)</translation>
        </message>
        <message>
            <source>Centres file</source>
            <translation>Zentrendatei</translation>
        </message>
        <message>
            <source>0 chooses well-separated pixels at random, repeatably. 1 starts and ends as NEON's tutorial with SPy does. 2 goes on from the centres of an earlier run, of this or another image.</source>
            <translation>0 wählt weit auseinanderliegende Pixel zufällig, aber wiederholbar. 1 beginnt und endet wie NEONs Tutorial mit SPy. 2 setzt bei den Zentren eines früheren Laufs fort, mit diesem oder einem anderen Bild.</translation>
        </message>
        <message>
            <source>Start centres</source>
            <translation>Startzentren</translation>
        </message>
        <message>
            <source>A table of cluster centres that an earlier run wrote, for starting from a centres file.</source>
            <translation>Eine von einem früheren Lauf geschriebene Tabelle von Clusterzentren, für den Start von einer Zentrendatei.</translation>
        </message>
        <message>
            <source>The same seed gives the same result; another may give another one. Only for k-means++.</source>
            <translation>Derselbe Startwert ergibt dasselbe Ergebnis; ein anderer kann ein anderes ergeben. Nur für k-Means++.</translation>
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
            <source>Components to keep</source>
            <translation>Zu behaltende Komponenten</translation>
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
            <source>Leave out the pixels where the first band of this raster is 0, has no data, or does not reach. It may have another grid.</source>
            <translation>Die Pixel auslassen, an denen der erste Kanal dieses Rasters 0 ist oder keine Daten hat, sowie die, die das Raster nicht abdeckt. Das Raster darf ein anderes Gitter haben.</translation>
        </message>
        <message>
            <source>Only weather quality 1</source>
            <translation>Nur Wetterqualität 1</translation>
        </message>
        <message>
            <source>Leave out pixels recorded when clouds covered more than 10 % of the sky, or when that is not known.</source>
            <translation>Pixel auslassen, bei deren Aufnahme Wolken mehr als 10 % des Himmels bedeckten oder dies nicht bekannt ist.</translation>
        </message>
        <message>
            <source>Memory (MB)</source>
            <translation>Arbeitsspeicher (MB)</translation>
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
            <source>Principal components - {}</source>
            <translation>Hauptkomponenten - {}</translation>
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
            <source>{}: {} is an HDF5 file, not a raster; run Clean reflectance on it first.</source>
            <translation>{}: {} ist eine HDF5-Datei und kein Raster; zuerst „Reflexionsgrad bereinigen“ darauf anwenden.</translation>
        </message>
        <message>
            <source>{} is {}; it must be one of {}.</source>
            <translation>{} ist {}; möglich sind {}.</translation>
        </message>
        <message>
            <source>{} is {}; it must be a number of at least {}.</source>
            <translation>{} ist {}; nötig ist eine Zahl von mindestens {}.</translation>
        </message>
        <message>
            <source>{} is {}; it must be a number from {} to {}.</source>
            <translation>{} ist {}; nötig ist eine Zahl von {} bis {}.</translation>
        </message>
        <message>
            <source>NEON AOP hyperspectral</source>
            <translation>NEON AOP hyperspektral</translation>
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
            <source>Weather quality</source>
            <translation>Wetterqualität</translation>
        </message>
        <message>
            <source>Acquisition date</source>
            <translation>Aufnahmedatum</translation>
        </message>
        <message>
            <source>Aerosol optical thickness</source>
            <translation>Optische Dicke des Aerosols</translation>
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
            <source>Dark dense vegetation</source>
            <translation>Dunkle dichte Vegetation</translation>
        </message>
        <message>
            <source>Data selection index</source>
            <translation>Index der Datenauswahl</translation>
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
            <source>Add NEON Tile in True Colour</source>
            <translation>NEON-Kachel in Echtfarben hinzufügen</translation>
        </message>
        <message>
            <source>True colour - {}</source>
            <translation>Echtfarben - {}</translation>
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
    </context>
</TS>
