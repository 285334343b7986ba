import QtQuick
import QtQuick.Controls.Basic

/** A value to slide: moved while it is dragged, and taken when that ends or by the keys. */
Slider {
    id: root

    required property string name

    /** Follows the finger. */
    signal slid(value: real)
    /** Stands. */
    signal settled(value: real)

    implicitHeight: 26
    padding: 0
    Accessible.name: root.name
    onMoved: {
        if (root.pressed)
            root.slid(root.value)
        else
            root.settled(root.value)
    }
    onPressedChanged: {
        if (!root.pressed)
            root.settled(root.value)
    }

    background: Rectangle {
        x: root.leftPadding
        y: (root.height - height) / 2
        width: root.availableWidth
        height: 4
        radius: 2
        color: root.palette.mid

        Rectangle {
            width: root.visualPosition * parent.width
            height: parent.height
            radius: 2
            color: root.palette.accent
        }
    }
    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: (root.height - height) / 2
        width: 16
        height: 16
        radius: 8
        color: root.palette.base
        border.width: root.pressed ? 2 : 1
        border.color: root.pressed ? root.palette.accent : root.palette.dark

        FocusRing {
            shown: root.visualFocus
            radius: 11
        }
    }
}
