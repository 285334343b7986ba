import QtQuick
import QtQuick.Layouts

/** What to do where there is nothing yet. */
ColumnLayout {
    id: root

    required property string heading
    required property string hint

    spacing: 8

    Words {
        text: root.heading
        font.pixelSize: 16
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Words {
        text: root.hint
        muted: true
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
