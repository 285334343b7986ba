import QtQuick

/** Words of a source with what stands around them; what differs is set off. */
TextEdit {
    id: root

    required property excerpt content
    required property Look look

    text: root.content.text
    textFormat: TextEdit.PlainText
    readOnly: true
    selectByMouse: true
    activeFocusOnTab: false
    wrapMode: TextEdit.Wrap
    font.family: "Noto Serif"
    font.pixelSize: 15
    color: root.palette.windowText
    selectionColor: root.palette.highlight
    selectedTextColor: root.palette.highlightedText
    Accessible.role: Accessible.StaticText
    Accessible.name: root.content.text

    readonly property ExcerptMarks marks: ExcerptMarks {
        target: root.textDocument
        excerpt: root.content
        look: root.look
    }
}
