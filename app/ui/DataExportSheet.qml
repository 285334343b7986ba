pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Export data”: which incidents, in what form, and what was written. */
Sheet {
    id: root

    required property DataExport data
    required property Files files
    readonly property int state: root.data.state
    readonly property bool asking: root.state === DataExport.Asking || root.state === DataExport.Failed

    objectName: "dataExportSheet"
    heading: qsTr("Export data")
    width: Math.min(640, root.parent ? root.parent.width - 64 : 640)
    closePolicy: root.state === DataExport.Running ? Popup.NoAutoClose : Popup.CloseOnEscape
    onClosed: root.data.close()

    Connections {
        target: root.data

        function onChanged(): void {
            if (root.data.state !== DataExport.Closed)
                root.open()
            else
                root.close()
        }
    }

    contentItem: ColumnLayout {
        spacing: 12

        NamedChoice {
            objectName: "exportScope"
            visible: root.asking
            name: qsTr("Incidents")
            choices: root.data.scopeNames
            current: root.data.scope
            onChosen: index => root.data.scope = index
            Layout.fillWidth: true
        }
        NamedChoice {
            objectName: "exportFormat"
            visible: root.asking
            name: qsTr("Form")
            choices: root.data.formatNames
            current: root.data.format
            onChosen: index => root.data.format = index
            Layout.fillWidth: true
        }
        Words {
            visible: root.asking && text.length > 0
            text: root.data.needs
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Tick {
            objectName: "exportBlurred"
            visible: root.asking
            words: qsTr("Tell sensitive places only roughly, by an area around them")
            checked: root.data.blurred
            onToggled: root.data.blurred = checked
            Layout.fillWidth: true
        }
        Tick {
            objectName: "exportGraphic"
            visible: root.asking
            words: qsTr("Write the words of graphic incidents and sources too")
            checked: root.data.graphicWords
            onToggled: root.data.graphicWords = checked
            Layout.fillWidth: true
        }
        Words {
            objectName: "exportSummary"
            visible: text.length > 0
            text: root.data.summary
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Layout.fillWidth: true
        }
        ProgressLine {
            visible: root.state === DataExport.Running
            name: root.data.summary
            progress: root.data.progress
            Layout.fillWidth: true
        }
        LineList {
            objectName: "exportNotes"
            visible: root.data.notes.length > 0
            name: qsTr("What to know before passing it on")
            lines: root.data.notes
            Layout.fillWidth: true
        }
        Words {
            objectName: "exportProblem"
            visible: text.length > 0
            text: root.data.problem
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 8
            Layout.alignment: Qt.AlignRight
            Layout.topMargin: 8

            PushButton {
                objectName: "exportStop"
                visible: root.state === DataExport.Running
                text: qsTr("Stop")
                onClicked: root.data.stop()
            }
            PushButton {
                visible: root.state !== DataExport.Running
                text: root.asking ? qsTr("Cancel") : qsTr("Close")
                onClicked: root.data.close()
            }
            PushButton {
                objectName: "exportButton"
                visible: root.asking
                text: qsTr("Export…")
                primary: true
                onClicked: root.files.askExport()
            }
        }
    }
}
