import QtQuick
import QtQuick.Layouts

/** One quote: the words of the older capture beside those of the new one, and what becomes of it. */
ColumnLayout {
    id: root

    required property excerpt was
    required property excerpt is
    required property string how
    required property string note
    required property string uses
    required property bool taken
    required property bool decidable
    required property Look look

    signal decided(take: bool)
    signal focused

    spacing: 8

    RowLayout {
        spacing: 12
        Layout.fillWidth: true

        Chip {
            text: root.how
            tint: root.decidable ? root.look.warning : root.look.mutedInk
        }
        Words {
            text: root.uses
            muted: true
            font.pixelSize: 12
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
    }
    GridLayout {
        columns: 2
        columnSpacing: 24
        rowSpacing: 4
        uniformCellWidths: true
        Layout.fillWidth: true

        Words {
            text: qsTr("Older capture")
            muted: true
            font.pixelSize: 12
            Layout.fillWidth: true
        }
        Words {
            text: qsTr("New capture")
            muted: true
            font.pixelSize: 12
            Layout.fillWidth: true
        }
        ExcerptText {
            content: root.was
            look: root.look
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: 4
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop

            ExcerptText {
                visible: root.is.text.length > 0
                content: root.is
                look: root.look
                Layout.fillWidth: true
            }
            Words {
                visible: text.length > 0
                text: root.note
                muted: true
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        OptionButton {
            visible: root.decidable
            objectName: "keepOlderCapture"
            text: qsTr("Keep the older capture")
            checked: !root.taken
            Accessible.description: qsTr("for “%1”").arg(root.was.text)
            onClicked: root.decided(false)
            onActiveFocusChanged: root.focused()
            Layout.fillWidth: true
        }
        OptionButton {
            visible: root.decidable
            objectName: "takeNewWords"
            text: qsTr("Take the new words")
            checked: root.taken
            Accessible.description: qsTr("for “%1”").arg(root.is.text)
            onClicked: root.decided(true)
            onActiveFocusChanged: root.focused()
            Layout.fillWidth: true
        }
    }
}
