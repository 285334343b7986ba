import QtQuick
import QtQuick.Controls.Basic

/** Stands for graphic words until they are asked for. */
Button {
    id: root

    implicitHeight: 56
    text: qsTr("Graphic content – show")
    Accessible.description: qsTr("Shows the words once, until the case is closed")

    contentItem: Words {
        text: root.text
        color: root.palette.accent
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        lineHeight: 1
    }
    background: Rectangle {
        radius: 6
        color: Qt.alpha(root.palette.windowText, root.hovered ? 0.09 : 0.05)

        FocusRing {
            shown: root.visualFocus
        }
    }
}
