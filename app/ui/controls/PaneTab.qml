import QtQuick
import QtQuick.Controls.Basic

/** The head of one page of a pane: its name and how much is in it. */
TabButton {
    id: root

    required property string name
    required property int count
    /** From ten thousand on three digits at most, cut and never rounded up, as on the map. */
    readonly property string shortCount: root.count < 10000 ? Number(root.count).toLocaleString(Qt.locale(), "f", 0)
                                         : root.count < 1000000 ? qsTr("%1k").arg(Math.floor(root.count / 1000))
                                                                : qsTr("%1M").arg(Math.floor(root.count / 100000) / 10)

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
            text: root.shortCount
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
