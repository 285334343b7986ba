import QtQuick

/** Shows where the keyboard is, around its parent. */
Rectangle {
    id: root

    required property bool shown

    anchors.fill: parent
    anchors.margins: -3
    radius: 9
    color: "transparent"
    border.width: 2
    border.color: root.palette.accent
    visible: root.shown
}
