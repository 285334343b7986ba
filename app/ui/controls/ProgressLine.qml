import QtQuick

/** How much of something is done. */
Rectangle {
    id: root

    required property string name
    required property real progress // 0…1

    implicitHeight: 6
    radius: 3
    color: root.palette.mid
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.name

    Rectangle {
        width: parent.width * root.progress
        height: parent.height
        radius: 3
        color: root.palette.accent
    }
}
