import QtQuick

/** A line that parts two regions. */
Rectangle {
    id: root

    implicitWidth: 1
    implicitHeight: 1
    color: root.palette.mid
}
