import QtQuick
import QtQuick.Layouts

/** A text line under its name. */
ColumnLayout {
    id: root

    required property string name
    property alias text: line.text
    property alias hint: line.placeholderText
    property alias line: line

    signal edited(string text)

    spacing: 4

    Words {
        text: root.name
        muted: true
        font.pixelSize: 12
        elide: Text.ElideRight
        Layout.fillWidth: true
    }
    TextLine {
        id: line

        Accessible.name: root.name
        Layout.fillWidth: true
        onTextEdited: root.edited(line.text)
    }
}
