import QtQuick

/** Takes files, folders or a text that are dropped on the window. */
DropArea {
    id: root

    required property Session session

    onEntered: drag => {
        drag.accepted = drag.hasUrls || drag.hasText
    }
    onDropped: drop => {
        // A copy: nobody may remove the file that was dragged here.
        drop.accept(Qt.CopyAction)
        if (drop.hasUrls)
            root.session.takeFiles(drop.urls)
        else if (drop.hasText)
            root.session.intake.takeText(drop.text)
    }

    Rectangle {
        anchors.fill: parent
        visible: root.containsDrag
        color: Qt.alpha(root.palette.accent, 0.08)
        border.width: 3
        border.color: root.palette.accent

        Words {
            anchors.centerIn: parent
            text: qsTr("Drop to read")
            font.pixelSize: 22
            font.weight: Font.DemiBold
        }
    }
}
