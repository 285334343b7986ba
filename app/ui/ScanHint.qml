import QtQuick

/** Tells at the top of a pane that the next click is wanted there. */
Rectangle {
    id: root

    required property string words

    anchors.top: parent.top
    anchors.topMargin: 16
    anchors.horizontalCenter: parent.horizontalCenter
    width: Math.min(hint.implicitWidth + 32, parent.width - 128)
    height: hint.implicitHeight + 16
    radius: 18
    color: root.palette.accent

    Words {
        id: hint

        anchors.fill: parent
        anchors.leftMargin: 16
        anchors.rightMargin: 16
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.words
        wrapMode: Text.Wrap
        color: root.palette.brightText
    }
}
