import QtQuick

/** The place that was asked for by its coordinates, with what they could not tell apart around it. */
Item {
    id: root

    required property MapCoordinates coordinates
    readonly property real radius: Math.min(root.coordinates.markRadius, 4000)

    objectName: "coordinateMark"
    visible: root.coordinates.marked
    x: root.coordinates.markPixel.x
    y: root.coordinates.markPixel.y
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Place asked for: %1").arg(root.coordinates.markText)

    Rectangle {
        visible: root.radius > 9
        anchors.centerIn: parent
        width: 2 * root.radius
        height: 2 * root.radius
        color: Qt.alpha(root.palette.accent, 0.08)
        border.width: 1
        border.color: root.palette.accent
    }
    Rectangle {
        anchors.centerIn: parent
        width: 18
        height: 18
        radius: 9
        color: "transparent"
        border.width: 5
        border.color: root.palette.window

        Rectangle {
            anchors.fill: parent
            anchors.margins: 1.5
            radius: 7.5
            color: "transparent"
            border.width: 2.5
            border.color: root.palette.accent
        }
    }
    Rectangle {
        x: -width / 2
        y: 14
        width: words.implicitWidth + 12
        height: 20
        radius: 4
        color: Qt.alpha(root.palette.window, 0.9)

        Words {
            id: words

            anchors.centerIn: parent
            text: root.coordinates.markText
            font.pixelSize: 12
            lineHeight: 1
        }
    }
}
