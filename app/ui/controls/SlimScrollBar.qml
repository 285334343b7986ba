import QtQuick
import QtQuick.Controls.Basic

/** A scroll bar that stays out of the way of the text. */
ScrollBar {
    id: root

    padding: 2
    implicitWidth: 10
    minimumSize: 0.06

    contentItem: Rectangle {
        radius: 3
        color: Qt.alpha(root.palette.windowText, root.pressed ? 0.5 : root.hovered ? 0.35 : 0.18)
        visible: root.size < 1
    }
    background: null
}
