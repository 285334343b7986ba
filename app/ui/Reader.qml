import QtQuick
import QtQuick.Layouts

/** A source as it was taken in, scrolled to the words that were asked for, with what was found in it. */
FocusScope {
    id: root

    required property Session session
    required property ReviewKeys keys
    required property bool besideMap
    required property bool picking
    property bool mapShown: true
    readonly property bool narrow: root.width < 480
    readonly property bool typing: (root.Window.activeFocusItem as TextInput) !== null

    function take(): void {
        page.take()
    }
    function stepBack(): void {
        if (root.session.found.focusedRow >= 0)
            root.session.found.leave()
        else if (root.session.words.present)
            root.session.words.clear()
        else
            root.session.selection.closeReader()
    }

    objectName: "reader"
    onVisibleChanged: {
        if (!visible)
            return
        // Only now it has its size.
        Qt.callLater(page.showMark)
        if (!root.session.reviewing)
            page.take()
    }

    Shortcut {
        sequence: "Escape"
        enabled: root.visible && !root.typing && !root.picking && !root.session.draft.open && !root.session.layers.open
        onActivated: root.stepBack()
    }

    Rectangle {
        anchors.fill: parent
        color: root.palette.window
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            spacing: 4
            Layout.fillWidth: true
            Layout.leftMargin: 12
            Layout.rightMargin: 12
            Layout.topMargin: 6
            Layout.bottomMargin: 2

            PushButton {
                quiet: true
                objectName: "closeReader"
                text: root.narrow ? qsTr("‹ Back")
                                  : root.session.selection.incident !== 0 ? qsTr("‹ Back to the incident") : qsTr("‹ Back to the map")
                onClicked: root.session.selection.closeReader()
            }
            Item {
                Layout.fillWidth: true
            }
            PushButton {
                visible: root.session.replacement.canReplace
                quiet: true
                objectName: "replaceSource"
                text: qsTr("Newer capture…")
                Accessible.description: qsTr("Replaces this source by a newer capture of it; this one stays in the case")
                onClicked: root.session.replacement.ask()
            }
            PushButton {
                visible: !root.besideMap
                quiet: true
                objectName: "toggleMap"
                text: root.mapShown ? qsTr("Hide the map") : qsTr("Show the map")
                onClicked: root.mapShown = !root.mapShown
            }
            IconButton {
                visible: !root.narrow
                name: qsTr("Close the source (Esc)")
                icon.source: "qrc:/qt/qml/Dateline/Ui/icons/close.svg"
                onClicked: root.session.selection.closeReader()
            }
        }
        ReaderLegend {
            enabled: !root.session.reader.hidden
            found: root.session.found
            look: root.session.look
            busy: root.session.review.busy
            Layout.fillWidth: true
            Layout.leftMargin: 16
            Layout.rightMargin: 16
            Layout.bottomMargin: 8
        }
        Hairline {
            Layout.fillWidth: true
        }
        ReaderPage {
            id: page

            session: root.session
            keys: root.keys
            focus: true
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Hairline {
            Layout.fillWidth: true
        }
        ReaderFoot {
            session: root.session
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 16
            Layout.topMargin: 8
            Layout.bottomMargin: 8
        }
    }
}
