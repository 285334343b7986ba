pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs

/** The dialogs that ask for a file, made when they are first needed. */
Item {
    id: root

    required property Session session
    readonly property string documents: qsTr("Documents (*.txt *.text *.md *.html *.htm *.mhtml *.pdf *.docx *.odt *.eml *.warc *.warc.gz *.wacz *.json)")

    function askNewCase(): void {
        newCase.active = true;
        (newCase.item as FileDialog).open();
    }
    function askCase(): void {
        openCase.active = true;
        (openCase.item as FileDialog).open();
    }
    function askCopy(): void {
        copyCase.active = true;
        (copyCase.item as FileDialog).open();
    }
    function askDocument(): void {
        document.active = true;
        (document.item as FileDialog).open();
    }
    function askFolder(): void {
        folder.active = true;
        (folder.item as FolderDialog).open();
    }
    function askCapture(): void {
        capture.active = true;
        (capture.item as FileDialog).open();
    }
    function askPlaces(): void {
        placesFile.active = true;
        (placesFile.item as FileDialog).open();
    }
    function askMerge(): void {
        mergeCopy.active = true;
        (mergeCopy.item as FileDialog).open();
    }
    function askReport(): void {
        report.active = true;
        (report.item as FileDialog).currentFile = root.session.history.check.suggestedFile;
        (report.item as FileDialog).open();
    }
    function askLayer(): void {
        layerFile.active = true;
        (layerFile.item as FileDialog).open();
    }
    function askScan(): void {
        scanFile.active = true;
        (scanFile.item as FileDialog).open();
    }
    /** Asks where the file of the layer in @p row is now. */
    function askLayerFile(row: int): void {
        foundLayer.row = row;
        foundLayer.active = true;
        (foundLayer.item as FileDialog).open();
    }
    function askData(): void {
        dataFile.active = true;
        (dataFile.item as FileDialog).open();
    }
    function askFailedRows(): void {
        failedRows.active = true;
        (failedRows.item as FileDialog).open();
    }
    function askExport(): void {
        exported.active = true;
        (exported.item as FileDialog).open();
    }
    function askFigure(): void {
        figure.active = true;
        (figure.item as FileDialog).open();
    }
    function askNoteImage(): void {
        noteImage.active = true;
        (noteImage.item as FileDialog).open();
    }
    function askTemplate(): void {
        openTemplate.active = true;
        (openTemplate.item as FileDialog).open();
    }
    function askSaveTemplate(): void {
        saveTemplate.active = true;
        (saveTemplate.item as FileDialog).open();
    }

    Loader {
        id: newCase

        active: false
        sourceComponent: FileDialog {
            title: qsTr("New case")
            fileMode: FileDialog.SaveFile
            nameFilters: [qsTr("Cases (*.gpkg)")]
            defaultSuffix: "gpkg"
            onAccepted: root.session.createFile(selectedFile)
        }
    }
    Loader {
        id: openCase

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Open case")
            nameFilters: [qsTr("Cases (*.gpkg)"), qsTr("All files (*)")]
            onAccepted: root.session.openFile(selectedFile)
        }
    }
    Loader {
        id: copyCase

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Copy case to")
            fileMode: FileDialog.SaveFile
            nameFilters: [qsTr("Cases (*.gpkg)")]
            defaultSuffix: "gpkg"
            onAccepted: root.session.copyFile(selectedFile)
        }
    }
    Loader {
        id: document

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Read documents")
            fileMode: FileDialog.OpenFiles
            nameFilters: [root.documents, qsTr("All files (*)")]
            onAccepted: root.session.takeFiles(selectedFiles)
        }
    }
    Loader {
        id: folder

        active: false
        sourceComponent: FolderDialog {
            title: qsTr("Read a folder of documents")
            onAccepted: root.session.takeFiles([selectedFolder])
        }
    }
    Loader {
        id: capture

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Choose the newer capture")
            nameFilters: [root.documents, qsTr("All files (*)")]
            onAccepted: root.session.replacement.takeFile(selectedFile)
        }
    }
    Loader {
        id: mergeCopy

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Choose the other copy")
            nameFilters: [qsTr("Cases (*.gpkg)"), qsTr("All files (*)")]
            onAccepted: root.session.merge.compare(selectedFile)
        }
    }
    Loader {
        id: placesFile

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Add places")
            nameFilters: [qsTr("Places (*.zip *.txt *.gz *.csv *.tsv)"), qsTr("All files (*)")]
            onAccepted: root.session.ownPlaces.add(selectedFile)
        }
    }
    Loader {
        id: report

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Save the report")
            fileMode: FileDialog.SaveFile
            nameFilters: [qsTr("Texts (*.txt)")]
            defaultSuffix: "txt"
            onAccepted: root.session.history.check.save(selectedFile)
        }
    }
    Loader {
        id: layerFile

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Add a layer")
            nameFilters: [qsTr("Maps and pictures (*.tif *.tiff *.jp2 *.j2k *.jpx *.png *.jpg *.jpeg *.webp *.mbtiles *.pmtiles *.gpkg *.geojson *.json *.kml *.kmz *.gpx *.shp *.fgb *.zip)"),
                qsTr("All files (*)")]
            onAccepted: root.session.layers.add(selectedFile)
        }
    }
    Loader {
        id: scanFile

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Place a scanned map")
            nameFilters: [qsTr("Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp)"), qsTr("All files (*)")]
            onAccepted: root.session.placing.place(selectedFile)
        }
    }
    Loader {
        id: foundLayer

        property int row: -1

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Find the file of the layer")
            onAccepted: root.session.layers.find(foundLayer.row, selectedFile)
        }
    }
    Loader {
        id: dataFile

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Import data")
            nameFilters: [qsTr("Tables and maps (*.csv *.tsv *.tab *.xlsx *.ods *.zip *.geojson *.geojsonl *.json *.jsonld *.kml *.kmz *.gpx *.gpkg *.shp *.fgb)"),
                qsTr("All files (*)")]
            onAccepted: root.session.dataImport.take(selectedFile)
        }
    }
    Loader {
        id: failedRows

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Save the rows that did not come in")
            fileMode: FileDialog.SaveFile
            nameFilters: [qsTr("Tables (*.csv)")]
            defaultSuffix: "csv"
            onAccepted: root.session.dataImport.saveFailures(selectedFile)
        }
    }
    Loader {
        id: exported

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Export data")
            fileMode: FileDialog.SaveFile
            nameFilters: [root.session.dataExport.nameFilter]
            defaultSuffix: root.session.dataExport.suffix
            onAccepted: root.session.dataExport.save(selectedFile)
        }
    }
    Loader {
        id: figure

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Save the figure")
            fileMode: FileDialog.SaveFile
            nameFilters: [qsTr("PNG image (*.png)"), qsTr("SVG drawing (*.svg)"), qsTr("PDF page (*.pdf)"),
                qsTr("JPEG image (*.jpg *.jpeg)"), qsTr("WebP image (*.webp)"), qsTr("Web page (*.html *.htm)"),
                qsTr("GeoTIFF image (*.tif *.tiff)"), qsTr("Places for a globe (*.kmz)")]
            defaultSuffix: "png"
            onAccepted: root.session.figure.save(selectedFile)
        }
    }
    Loader {
        id: noteImage

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Put an image on the page")
            nameFilters: [qsTr("Images (*.png *.jpg *.jpeg)"), qsTr("All files (*)")]
            onAccepted: root.session.figure.notes.addImage(selectedFile)
        }
    }
    Loader {
        id: openTemplate

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Open a template")
            nameFilters: [qsTr("Templates (*.json)"), qsTr("All files (*)")]
            onAccepted: root.session.figure.openTemplate(selectedFile)
        }
    }
    Loader {
        id: saveTemplate

        active: false
        sourceComponent: FileDialog {
            title: qsTr("Save as template")
            fileMode: FileDialog.SaveFile
            nameFilters: [qsTr("Templates (*.json)")]
            defaultSuffix: "json"
            onAccepted: root.session.figure.saveTemplate(selectedFile)
        }
    }
}
