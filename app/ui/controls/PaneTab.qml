import QtQuick
import QtQuick.Controls.Basic

/** The head of one page of a pane: its name and how much is in it. */
TabButton {
    id: root

    required property string name
    required property int count

    width: implicitWidth
    implicitHeight: 40
    leftPadding: 0
    rightPadding: 0
    Accessible.name: qsTr("%1, %2").arg(root.name).arg(root.count)

    contentItem: Row {
        spacing: 6

        Words {
            text: root.name
            font.weight: root.checked ? Font.DemiBold : Font.Normal
            muted: !root.checked
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            lineHeight: 1
        }
        Words {
            text: root.count
            muted: true
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            lineHeight: 1
        }
    }

    background: Item {
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 2
            color: root.palette.accent
            visible: root.checked
        }
        FocusRing {
            shown: root.visualFocus
            anchors.leftMargin: -6
            anchors.rightMargin: -6
            anchors.topMargin: 3
            anchors.bottomMargin: 3
        }
    }
}
