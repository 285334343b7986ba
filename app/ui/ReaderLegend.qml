pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/** What the lines under the words mean, each kind with a switch. */
Flow {
    id: root

    required property FoundLayers found
    required property Look look
    required property bool busy

    objectName: "readerLegend"
    spacing: 4
    opacity: enabled ? 1 : 0.4
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("What was found in the text")

    Words {
        visible: !root.found.read
        height: 28
        verticalAlignment: Text.AlignVCenter
        text: root.busy ? qsTr("Being read for places, times and events…") : qsTr("Not read for places, times and events")
        muted: true
        font.pixelSize: 12
        lineHeight: 1
    }
    PushButton {
        visible: !root.found.read && !root.busy
        objectName: "readNow"
        quiet: true
        implicitHeight: 28
        font.pixelSize: 12
        text: qsTr("Read it")
        onClicked: root.found.readNow()
    }

    component LayerSwitch: Button {
        id: layer

        required property int index
        required property string name
        required property int count
        required property bool shown

        visible: layer.count > 0
        objectName: `layer${layer.index}`
        implicitHeight: 28
        leftPadding: 8
        rightPadding: 8
        topPadding: 0
        bottomPadding: 0
        opacity: layer.shown ? 1 : 0.55
        Accessible.role: Accessible.CheckBox
        Accessible.checkable: true
        Accessible.checked: layer.shown
        Accessible.name: qsTr("%1, %2 found").arg(layer.name).arg(layer.count)
        onClicked: root.found.toggle(layer.index)

        contentItem: Row {
            spacing: 6

            FoundMarks {
                look: root.look
                sample: layer.index
                width: 20
                height: 12
                opacity: layer.shown ? 1 : 0.3
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                text: layer.name
                font.pixelSize: 12
                font.strikeout: !layer.shown
                lineHeight: 1
                height: parent.height
                verticalAlignment: Text.AlignVCenter
            }
            Words {
                text: layer.count
                muted: true
                font.pixelSize: 12
                lineHeight: 1
                height: parent.height
                verticalAlignment: Text.AlignVCenter
            }
        }
        background: Rectangle {
            radius: 6
            color: layer.hovered ? Qt.alpha(root.look.ink, 0.06) : "transparent"

            FocusRing {
                shown: layer.visualFocus
            }
        }
    }
    Repeater {
        model: root.found
        delegate: LayerSwitch {}
    }
}
