import QtQuick
import QtQuick.Layouts

/** A named value of the inspector; not there at all if it is empty. */
RowLayout {
    id: root

    required property string name
    required property string value
    property bool quoted: false
    property bool copyable: false

    signal copyAsked

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
    IconButton {
        visible: root.copyable
        implicitWidth: 24
        implicitHeight: 20
        name: qsTr("Copy")
        icon.source: "qrc:/qt/qml/Dateline/Ui/icons/copy.svg"
        Layout.alignment: Qt.AlignTop
        onClicked: root.copyAsked()
    }
}
