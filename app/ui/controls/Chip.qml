import QtQuick

/** A short fact in a rounded field of its own colour. */
Rectangle {
    id: root

    required property string text
    property color tint: root.palette.placeholderText

    implicitWidth: words.implicitWidth + 20
    implicitHeight: 24
    radius: 12
    color: Qt.alpha(root.tint, 0.12)

    Words {
        id: words

        anchors.fill: parent
        anchors.leftMargin: 10
        anchors.rightMargin: 10
        text: root.text
        font.pixelSize: 12
        lineHeight: 1
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
}
