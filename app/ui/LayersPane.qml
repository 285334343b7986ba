pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The files over the map, the uppermost first, on the map itself so that one sees what one does. */
Popup {
    id: root

    required property LayerList layers
    required property Files files
    required property Item area
    /** How much of the area's height is the map's. */
    required property real room

    objectName: "layersPane"
    parent: root.area
    x: Math.max(8, root.area.width - root.width - 66)
    y: 16
    width: Math.min(336, root.area.width - 24)
    height: Math.min(implicitHeight, root.room - 32)
    padding: 0
    focus: true
    // A policy that closes it by a key would keep the window's own keys, such as Undo, from being heard.
    closePolicy: Popup.NoAutoClose
    onClosed: {
        if (root.layers.open)
            root.layers.close()
    }

    Connections {
        target: root.layers

        function onOpenChanged(): void {
            if (root.layers.open)
                root.open()
            else
                root.close()
        }
    }

    Shortcut {
        sequence: "Escape"
        enabled: root.opened
        onActivated: root.close()
    }

    background: Rectangle {
        radius: 8
        color: root.palette.window
        border.width: 1
        border.color: root.palette.mid
    }

    contentItem: ColumnLayout {
        spacing: 0

        RowLayout {
            spacing: 4
            Layout.fillWidth: true
            Layout.leftMargin: 16
            Layout.rightMargin: 8
            Layout.topMargin: 8
            Layout.bottomMargin: 8

            Words {
                text: qsTr("Layers")
                font.pixelSize: 16
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
                Accessible.name: text
                Layout.fillWidth: true
            }
            PushButton {
                objectName: "placeScan"
                quiet: true
                text: qsTr("Place a scan…")
                enabled: root.layers.canChange
                Accessible.name: qsTr("Place a scanned map by points")
                onClicked: root.files.askScan()
            }
            PushButton {
                objectName: "addLayer"
                quiet: true
                text: qsTr("Add…")
                enabled: root.layers.canChange
                Accessible.name: qsTr("Add a file over the map")
                onClicked: root.files.askLayer()
            }
            IconButton {
                name: qsTr("Close the layers")
                icon.source: "qrc:/qt/qml/Dateline/Ui/icons/close.svg"
                onClicked: root.layers.close()
            }
        }
        Hairline {
            Layout.fillWidth: true
        }
        Words {
            visible: root.layers.count === 0
            text: qsTr("Lay a map, a satellite image or a file of shapes over the base map: GeoTIFF, JPEG 2000, MBTiles, GeoPackage, GeoJSON and others. The file stays in its folder, and the case remembers where. “Place a scan…” is for a picture of a map that does not say where it lies: you show points in it and on the map.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.margins: 16
        }
        ListView {
            id: list

            property int dragged: -1
            property int target: -1
            property real pointer: 0

            objectName: "layerRows"
            visible: root.layers.count > 0
            model: root.layers
            clip: true
            interactive: list.dragged < 0
            boundsBehavior: Flickable.StopAtBounds
            implicitHeight: contentHeight
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Layers, the uppermost first")
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: 4
            Layout.bottomMargin: 4

            /** The layer @p row would come to where the pointer is: over all whose middle is below it. */
            function drag(row: int, y: real): void {
                const at = y + list.contentY
                let to = 0
                for (let each = 0; each < list.count; ++each) {
                    const other = list.itemAtIndex(each)
                    const isAbove = other ? other.y + other.height / 2 < at : each < row
                    if (each !== row && isAbove)
                        ++to
                }
                list.dragged = row
                list.target = to
                list.pointer = y
            }
            function drop(): void {
                const row = list.dragged
                list.dragged = -1
                if (row >= 0)
                    Qt.callLater(root.layers.move, row, list.target) // It goes away under the pointer's event.
            }

            FrameAnimation {
                // Near an end the list goes on under what is dragged.
                readonly property real step: list.pointer < 24 ? -4 : list.pointer > list.height - 24 ? 4 : 0

                running: list.dragged >= 0 && step !== 0
                onTriggered: {
                    list.contentY = Math.max(0, Math.min(list.contentHeight - list.height, list.contentY + step))
                    list.drag(list.dragged, list.pointer)
                }
            }
            Rectangle {
                // Where it would come to.
                readonly property Item neighbour: list.dragged < 0 ? null : list.itemAtIndex(list.target)

                parent: list.contentItem
                visible: list.dragged >= 0 && list.target !== list.dragged && neighbour
                x: 12
                y: neighbour ? neighbour.y + (list.target > list.dragged ? neighbour.height : 0) - 1 : 0
                z: 2
                width: list.width - 24
                height: 2
                radius: 1
                color: root.palette.accent
            }

            delegate: ColumnLayout {
                id: row

                required property int index
                required property string title
                required property string source
                required property string summary
                required property string problem
                required property string credit
                required property bool missing
                required property bool terrain
                required property bool picture
                required property var values
                required property var legend
                required property list<string> layers
                required property list<string> fields
                readonly property bool isCurrent: root.layers.current === row.index

                width: ListView.view.width
                spacing: 0

                LayerHead {
                    layers: root.layers
                    index: row.index
                    title: row.title
                    shown: row.values.visible
                    opacity: list.dragged === row.index ? 0.5 : 1
                    Layout.fillWidth: true
                    Layout.leftMargin: 8
                    Layout.rightMargin: 8
                    onDragged: at => list.drag(row.index, mapToItem(list, at).y)
                    onDropped: list.drop()
                }
                Words {
                    objectName: `layerProblem${row.index}`
                    visible: row.problem.length > 0
                    text: row.problem
                    color: root.palette.windowText
                    font.pixelSize: 12
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    Layout.fillWidth: true
                    Layout.leftMargin: 48
                    Layout.rightMargin: 16
                }
                PushButton {
                    objectName: `findLayer${row.index}`
                    visible: row.missing && root.layers.canChange
                    quiet: true
                    text: qsTr("Find it…")
                    Accessible.name: qsTr("Find the file of “%1”").arg(row.title)
                    Layout.leftMargin: 38
                    onClicked: root.files.askLayerFile(row.index)
                }
                Loader {
                    active: row.isCurrent
                    visible: active
                    Layout.fillWidth: true
                    Layout.leftMargin: 48
                    Layout.rightMargin: 16
                    Layout.bottomMargin: 12

                    sourceComponent: LayerOptions {
                        layers: root.layers
                        index: row.index
                        title: row.title
                        summary: row.summary
                        credit: row.credit
                        values: row.values
                        legend: row.legend
                        sheets: row.layers
                        fields: row.fields
                        terrain: row.terrain
                        picture: row.picture
                    }
                }
            }
        }
    }
}
