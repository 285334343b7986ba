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

    objectName: "layersPane"
    parent: root.area
    x: Math.max(8, root.area.width - root.width - 66)
    y: 16
    width: Math.min(336, root.area.width - 24)
    height: Math.min(implicitHeight, root.area.height - 32)
    padding: 0
    focus: true
    closePolicy: Popup.CloseOnEscape
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
            text: qsTr("Lay a map, a satellite image or a file of shapes over the base map: GeoTIFF, JPEG 2000, MBTiles, GeoPackage, GeoJSON and others. It stays where it is; the case keeps its place. A scanned map is placed by points that you show in it and on the map.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.margins: 16
        }
        ListView {
            id: list

            objectName: "layerRows"
            visible: root.layers.count > 0
            model: root.layers
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            implicitHeight: contentHeight
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Layers, the uppermost first")
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: 4
            Layout.bottomMargin: 4

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

                RowLayout {
                    spacing: 2
                    Layout.fillWidth: true
                    Layout.leftMargin: 10
                    Layout.rightMargin: 12

                    IconButton {
                        objectName: `layerEye${row.index}`
                        name: row.values.visible ? qsTr("Hide the layer") : qsTr("Show the layer")
                        Accessible.name: row.values.visible ? qsTr("Hide “%1”").arg(row.title) : qsTr("Show “%1”").arg(row.title)
                        icon.source: row.values.visible ? "qrc:/qt/qml/Dateline/Ui/icons/eye.svg"
                                                        : "qrc:/qt/qml/Dateline/Ui/icons/eye-off.svg"
                        enabled: root.layers.canChange
                        onClicked: root.layers.set(row.index, "visible", !row.values.visible)
                    }
                    ItemDelegate {
                        id: headline

                        objectName: `layerRow${row.index}`
                        padding: 6
                        Accessible.name: row.title
                        Layout.fillWidth: true
                        onClicked: root.layers.current = row.isCurrent ? -1 : row.index

                        contentItem: Words {
                            text: row.title
                            font.weight: row.isCurrent ? Font.DemiBold : Font.Normal
                            opacity: row.values.visible ? 1 : 0.6
                            elide: Text.ElideRight
                        }
                        background: Rectangle {
                            radius: 6
                            color: headline.hovered ? Qt.alpha(root.palette.windowText, 0.06) : "transparent"

                            FocusRing {
                                shown: headline.visualFocus
                            }
                        }
                    }
                    Chevron {
                        turned: row.isCurrent
                    }
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
