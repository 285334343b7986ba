import QtQuick
import QtQuick.Controls.Basic

/** A dialog in the middle of the window, with its buttons at the end. */
Dialog {
    id: root

    required property string heading

    parent: Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    padding: 24
    topPadding: 8
    closePolicy: Popup.CloseOnEscape

    header: Words {
        text: root.heading
        font.pixelSize: 20
        font.weight: Font.DemiBold
        elide: Text.ElideMiddle
        leftPadding: 24
        rightPadding: 24
        topPadding: 20
        bottomPadding: 8
    }
    background: Rectangle {
        radius: 10
        color: root.palette.window
        border.width: 1
        border.color: root.palette.mid
    }
    Overlay.modal: Rectangle {
        color: Qt.alpha("black", 0.35)
    }
}
