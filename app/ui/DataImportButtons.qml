import QtQuick
import QtQuick.Layouts

/** What can be done with a file of data: on the left instead of bringing it in, on the right with it. */
ColumnLayout {
    id: root

    required property DataImport task
    required property Files files
    readonly property int state: root.task.state
    readonly property bool ready: root.state === DataImport.Ready
    readonly property bool mapping: root.state === DataImport.Mapping
    readonly property bool done: root.state === DataImport.Done
    property bool naming: false

    function saveMapping(): void {
        root.task.mapping.save(mappingName.text)
        root.naming = false
    }

    spacing: 8
    onMappingChanged: root.naming = false

    Hairline {
        visible: instead.visible
        Layout.fillWidth: true
        Layout.bottomMargin: 4
    }
    RowLayout {
        id: instead

        visible: root.ready || root.state === DataImport.Failed || saveFailures.visible
        spacing: 8
        Layout.leftMargin: -10
        Layout.fillWidth: true

        PushButton {
            objectName: "importAsLayer"
            visible: root.ready || root.state === DataImport.Failed
            quiet: true
            text: qsTr("Show it over the map instead, as a layer")
            onClicked: root.task.showAsLayer()
        }
        PushButton {
            objectName: "mapAnewButton"
            visible: root.task.isMapped
            quiet: true
            text: qsTr("Change the mapping…")
            onClicked: root.task.mapAnew()
        }
        PushButton {
            id: saveFailures

            objectName: "saveFailuresButton"
            visible: root.done && root.task.failures.length > 0
            quiet: true
            text: qsTr("Save these rows to correct them…")
            onClicked: root.files.askFailedRows()
        }
        Item {
            Layout.fillWidth: true
        }
    }
    RowLayout {
        spacing: 8
        Layout.fillWidth: true

        PushButton {
            objectName: "saveMappingButton"
            visible: root.mapping && !root.naming
            quiet: true
            text: qsTr("Save this mapping…")
            Layout.leftMargin: -10
            onClicked: {
                root.naming = true
                mappingName.forceActiveFocus()
            }
        }
        TextLine {
            id: mappingName

            objectName: "mappingName"
            visible: root.mapping && root.naming
            placeholderText: qsTr("Name of the mapping")
            Accessible.name: placeholderText
            Layout.preferredWidth: 240
            onAccepted: root.saveMapping()
        }
        PushButton {
            objectName: "mappingSave"
            visible: root.mapping && root.naming
            enabled: mappingName.text.trim().length > 0
            text: qsTr("Save")
            onClicked: root.saveMapping()
        }
        Tick {
            objectName: "mappingWithSources"
            visible: root.mapping && !root.naming
            words: qsTr("Keep the words of the rows as sources")
            checked: root.task.withSources
            onToggled: root.task.withSources = checked
        }
        Words {
            objectName: "mappingNote"
            visible: root.mapping
            text: root.task.mapping.note
            muted: true
            font.pixelSize: 12
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        Item {
            visible: !root.mapping
            Layout.fillWidth: true
        }
        PushButton {
            objectName: "importStop"
            visible: root.state === DataImport.Running
            text: qsTr("Stop")
            onClicked: root.task.stop()
        }
        PushButton {
            objectName: "importClose"
            visible: root.state !== DataImport.Running
            text: root.done || root.state === DataImport.Failed ? qsTr("Close") : qsTr("Cancel")
            onClicked: root.task.close()
        }
        PushButton {
            objectName: "importOthers"
            visible: root.done && root.task.hasOthers
            text: qsTr("Map the other tables…")
            onClicked: root.task.mapOthers()
        }
        PushButton {
            objectName: "importButton"
            visible: root.ready || root.mapping
            enabled: root.task.canImport
            text: root.ready && root.task.known ? qsTr("Import new rows") : qsTr("Import")
            primary: !compare.visible
            onClicked: root.task.confirm()
        }
        PushButton {
            id: compare

            objectName: "importCompare"
            visible: root.task.known && (root.ready || root.done)
            text: qsTr("Compare with what is here")
            primary: true
            onClicked: root.task.compare()
        }
    }
}
