pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/** A choice of one out of a list, under its name. */
ColumnLayout {
    id: root

    required property string name
    required property list<string> choices
    required property int current
    /** What stands in it where none of the choices is the current one. */
    property string otherwise: ""

    signal chosen(index: int)

    spacing: 4

    Words {
        text: root.name
        muted: true
        font.pixelSize: 12
        elide: Text.ElideRight
        Layout.fillWidth: true
    }
    Choice {
        model: root.choices
        currentIndex: root.current
        displayText: root.current < 0 ? root.otherwise : currentText
        Accessible.name: root.name
        onActivated: index => root.chosen(index)
        onModelChanged: currentIndex = Qt.binding(() => root.current) // Other choices would begin with their first.
        Layout.fillWidth: true
    }
}
