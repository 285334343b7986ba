pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Import data”: what is in a file, and what became of its rows. */
Sheet {
    id: root

    required property DataImport data
    required property Files files
    required property Look look
    readonly property int state: root.data.state
    readonly property bool mapping: root.state === DataImport.Mapping
    readonly property int widest: root.mapping ? 1180 : 760

    objectName: "dataImportSheet"
    heading: root.mapping ? qsTr("What the columns of %1 say").arg(root.data.fileName) : qsTr("Import data")
    width: Math.min(root.widest, root.parent ? root.parent.width - 64 : root.widest)
    height: root.mapping && root.parent ? Math.min(800, root.parent.height - 32) : implicitHeight
    closePolicy: root.state === DataImport.Running ? Popup.NoAutoClose : Popup.CloseOnEscape
    onClosed: root.data.close()

    Connections {
        target: root.data

        function onChanged(): void {
            if (root.data.state !== DataImport.Closed)
                root.open()
            else
                root.close()
        }
        function onFileWanted(): void {
            root.files.askData()
        }
    }

    MappingKindsSheet {
        id: kinds

        desk: root.data.mapping
    }

    contentItem: ColumnLayout {
        spacing: 12

        Words {
            visible: !root.mapping
            text: root.data.fileName
            muted: true
            elide: Text.ElideMiddle
            maximumLineCount: 1
            Layout.fillWidth: true
            Layout.topMargin: -8 // It belongs to the heading.
        }
        RowLayout {
            visible: root.state === DataImport.Looking
            spacing: 12
            Layout.preferredHeight: 80

            BusyIndicator {
                implicitWidth: 32
                implicitHeight: 32
                palette.dark: root.palette.accent
            }
            Words {
                text: qsTr("Looking what is in it…")
            }
        }
        Loader {
            active: root.mapping
            visible: root.mapping
            Layout.fillWidth: true
            Layout.fillHeight: true
            sourceComponent: MappingPage {
                desk: root.data.mapping
                counter: root.data.counter
                look: root.look
                onKindsWanted: kinds.open()
            }
        }
        Words {
            objectName: "importFound"
            visible: root.state === DataImport.Ready
            text: root.data.found
            font.pixelSize: 16
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Words {
            visible: root.state === DataImport.Ready
            text: qsTr("The first rows, as they come in")
            muted: true
            font.pixelSize: 12
            Layout.fillWidth: true
        }
        LineList {
            objectName: "importRows"
            visible: root.state === DataImport.Ready
            name: qsTr("The first rows, as they come in")
            lines: root.data.rows
            Layout.fillWidth: true
        }
        Words {
            objectName: "importCounts"
            visible: root.state === DataImport.Ready
            text: root.data.counter.summary
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Tick {
            objectName: "importWithSources"
            visible: root.state === DataImport.Ready
            words: qsTr("Keep the words of the rows as sources that the incidents quote; else they are notes")
            checked: root.data.withSources
            onToggled: root.data.withSources = checked
            Layout.fillWidth: true
        }
        Words {
            visible: root.state === DataImport.Ready && text.length > 0
            text: root.data.terms
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Words {
            objectName: "importKnown"
            visible: root.state === DataImport.Ready && root.data.known
            text: qsTr("The case has rows of this data set already. Import brings in those that are new by their ids and leaves the others as they are; a comparison shows what has changed in them.")
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Words {
            objectName: "importSummary"
            visible: text.length > 0
            text: root.data.summary
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ProgressLine {
            visible: root.state === DataImport.Running && root.data.progress >= 0
            name: root.data.summary
            progress: Math.max(0, root.data.progress)
            Layout.fillWidth: true
        }
        Words {
            visible: root.state === DataImport.Done && root.data.failures.length > 0
            text: qsTr("Rows that did not come in")
            font.weight: Font.DemiBold
            Layout.topMargin: 4
        }
        LineList {
            objectName: "importFailures"
            visible: root.state === DataImport.Done && root.data.failures.length > 0
            name: qsTr("Rows that did not come in, and why")
            lines: root.data.failures
            Layout.fillWidth: true
        }
        Words {
            objectName: "importProblem"
            visible: text.length > 0
            text: root.data.problem
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        DataImportButtons {
            task: root.data
            files: root.files
            Layout.fillWidth: true
            Layout.topMargin: 8
        }
    }
}
