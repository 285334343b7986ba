import QtQuick

/** A small arrow head that points down, or up when turned. */
Item {
    id: root

    property bool turned: false

    implicitWidth: 10
    implicitHeight: 6
    rotation: root.turned ? 180 : 0

    Rectangle {
        x: 0
        y: 2
        width: 6
        height: 1.5
        rotation: 45
        antialiasing: true
        color: root.palette.placeholderText
    }
    Rectangle {
        x: 4
        y: 2
        width: 6
        height: 1.5
        rotation: -45
        antialiasing: true
        color: root.palette.placeholderText
    }
}
