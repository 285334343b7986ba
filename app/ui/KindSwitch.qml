import QtQuick
import QtQuick.Controls.Basic

/** Shows or hides one kind of incident. */
AbstractButton {
    id: root

    required property int kind
    required property string name
    required property int count
    required property bool shown
    required property Look look

    implicitHeight: 28
    leftPadding: 5
    rightPadding: 10
    checkable: false
    Accessible.role: Accessible.CheckBox
    Accessible.name: qsTr("%1, %2").arg(root.name).arg(root.count)
    Accessible.checked: root.shown
    opacity: root.shown ? 1 : 0.5

    contentItem: Row {
        spacing: 6

        KindIcon {
            width: 18
            height: 18
            anchors.verticalCenter: parent.verticalCenter
            kind: root.kind
            look: root.look
        }
        Words {
            text: root.name
            font.pixelSize: 12
            font.strikeout: !root.shown
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            lineHeight: 1
        }
        Words {
            text: Number(root.count).toLocaleString(Qt.locale(), "f", 0)
            muted: true
            font.pixelSize: 12
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            lineHeight: 1
        }
    }
    background: Rectangle {
        radius: 14
        color: root.hovered ? Qt.alpha(root.palette.windowText, 0.045) : "transparent"
        border.width: 1
        border.color: root.palette.mid

        FocusRing {
            shown: root.visualFocus
            radius: 17
        }
    }
}
