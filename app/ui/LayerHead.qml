pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The line of a layer in the list: its eye, its name, and a grip to drag it by. */
RowLayout {
    id: root

    required property LayerList layers
    required property int index
    required property string title
    required property bool shown
    readonly property bool current: root.layers.current === root.index
    readonly property bool movable: root.layers.canChange && root.layers.count > 1

    /** It is dragged, and is at @p at of it now. */
    signal dragged(at: point)
    /** It was let go of. */
    signal dropped

    component Dragging: DragHandler {
        id: dragging

        target: null
        enabled: root.movable
        grabPermissions: PointerHandler.CanTakeOverFromAnything
        onActiveChanged: {
            if (!dragging.active)
                root.dropped()
        }
        onCentroidChanged: {
            if (dragging.active)
                root.dragged(root.mapFromItem(dragging.parent, dragging.centroid.position))
        }
    }

    spacing: 2

    IconButton {
        objectName: `layerEye${root.index}`
        name: root.shown ? qsTr("Hide the layer") : qsTr("Show the layer")
        Accessible.name: root.shown ? qsTr("Hide “%1”").arg(root.title) : qsTr("Show “%1”").arg(root.title)
        icon.source: root.shown ? "qrc:/qt/qml/Dateline/Ui/icons/eye.svg" : "qrc:/qt/qml/Dateline/Ui/icons/eye-off.svg"
        enabled: root.layers.canChange
        onClicked: root.layers.set(root.index, "visible", !root.shown)
    }
    ItemDelegate {
        id: headline

        objectName: `layerRow${root.index}`
        leftPadding: 6
        rightPadding: 6
        topPadding: 6
        bottomPadding: 6
        Accessible.name: root.title
        Accessible.description: root.current ? qsTr("Its settings are shown below") : qsTr("Shows its settings")
        Layout.fillWidth: true
        onClicked: root.layers.current = root.current ? -1 : root.index

        contentItem: RowLayout {
            spacing: 8

            Words {
                id: name

                text: root.title
                font.weight: root.current ? Font.DemiBold : Font.Normal
                muted: !root.shown
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            Chevron {
                turned: root.current
            }
        }
        background: Rectangle {
            radius: 6
            color: headline.hovered ? Qt.alpha(root.palette.windowText, 0.06) : "transparent"

            FocusRing {
                shown: headline.visualFocus
            }
        }
        Dragging {
            id: byName
        }
        Tip {
            visible: headline.hovered && name.truncated && !byName.active
            text: root.title
        }
    }
    Item {
        objectName: `layerGrip${root.index}`
        visible: root.movable
        implicitWidth: 20
        implicitHeight: 32
        Accessible.ignored: true // By keys there are “Move up” and “Move down”.

        Grid {
            anchors.centerIn: parent
            columns: 2
            spacing: 3

            Repeater {
                model: 6
                delegate: Rectangle {
                    width: 2.5
                    height: 2.5
                    radius: 1.25
                    color: root.palette.placeholderText
                }
            }
        }
        Dragging {
            id: byGrip
        }
        HoverHandler {
            id: hover

            cursorShape: byGrip.active ? Qt.ClosedHandCursor : Qt.OpenHandCursor
        }
        Tip {
            visible: hover.hovered && hover.point.pressedButtons === Qt.NoButton
            text: qsTr("Drag it over or under the others")
        }
    }
}
