import QtQuick

/** Takes a text file or a text that is dropped on the window. */
DropArea {
    id: root

    required property Intake intake

    onEntered: drag => {
        drag.accepted = drag.hasUrls || drag.hasText
    }
    onDropped: drop => {
        // A copy: nobody may remove the file that was dragged here.
        drop.accept(Qt.CopyAction)
        if (drop.hasUrls)
            root.intake.takeFile(drop.urls[0])
        else if (drop.hasText)
            root.intake.takeText(drop.text)
    }

    Rectangle {
        anchors.fill: parent
        visible: root.containsDrag
        color: Qt.alpha(root.palette.accent, 0.08)
        border.width: 3
        border.color: root.palette.accent

        Words {
            anchors.centerIn: parent
            text: qsTr("Drop to read it")
            font.pixelSize: 22
            font.weight: Font.DemiBold
        }
    }
}
