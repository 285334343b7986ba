import QtQuick
import QtQuick.Layouts

/** A named value of the inspector; not there at all if it is empty. */
RowLayout {
    id: root

    required property string name
    required property string value
    property bool quoted: false

    spacing: 12
    visible: root.value.length > 0
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(root.name).arg(root.value)

    Words {
        text: root.name
        muted: true
        Layout.preferredWidth: 80
        Layout.alignment: Qt.AlignTop
    }
    Words {
        text: root.value
        font.family: root.quoted ? "Noto Serif" : "Noto Sans"
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
    }
}
