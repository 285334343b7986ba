pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** An incident by hand, new or to correct, beside the map so that its place can be clicked there. */
ColumnLayout {
    id: root

    required property Session session
    readonly property IncidentDraft draft: root.session.draft

    signal formLeft

    spacing: 0
    objectName: "draftForm"
    Keys.onEscapePressed: root.draft.cancel()
    onVisibleChanged: {
        if (visible)
            title.line.forceActiveFocus(Qt.OtherFocusReason)
        else
            root.formLeft()
    }

    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        enabled: root.visible
        onActivated: root.draft.confirm()
    }

    Flickable {
        clip: true
        contentHeight: parts.implicitHeight + 40
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: SlimScrollBar {}
        Layout.fillWidth: true
        Layout.fillHeight: true

        ColumnLayout {
            id: parts

            x: 24
            y: 20
            width: parent.width - 48
            spacing: 12

            Words {
                text: root.draft.editing ? qsTr("Edit the incident") : qsTr("New incident")
                font.pixelSize: 22
                font.weight: Font.DemiBold
                Layout.fillWidth: true
            }
            Words {
                visible: root.draft.words.length === 0 && !root.draft.editing
                text: qsTr("Every mark should rest on somebody's words. Better than this form alone: open a source, select the words that report the incident, and begin from them.")
                muted: true
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Words {
                visible: root.draft.words.length > 0
                text: qsTr("“%1”").arg(root.draft.words)
                font.family: "Noto Serif"
                font.pixelSize: 16
                lineHeight: 1.2
                wrapMode: Text.Wrap
                elide: Text.ElideRight
                maximumLineCount: 10
                Layout.fillWidth: true
            }
            Field {
                visible: root.draft.words.length > 0
                name: qsTr("Who says so")
                hint: qsTr("As the source names them")
                text: root.draft.speaker
                onEdited: text => root.draft.speaker = text
                Layout.fillWidth: true
            }
            Field {
                id: title

                name: qsTr("Title")
                hint: qsTr("What happened, and where")
                text: root.draft.title
                onEdited: text => root.draft.title = text
                Layout.fillWidth: true
            }
            Words {
                text: qsTr("Kind")
                muted: true
                font.pixelSize: 12
                Layout.bottomMargin: -8
            }
            Choice {
                model: root.session.review.kindNames
                currentIndex: root.draft.kind
                Accessible.name: qsTr("Kind")
                onActivated: index => root.draft.kind = index
                Layout.fillWidth: true
            }
            Choice {
                model: root.draft.subKindNames
                currentIndex: root.draft.subKind
                Accessible.name: qsTr("More exactly")
                onActivated: index => root.draft.subKind = index
                Layout.fillWidth: true
                Layout.topMargin: -4
            }
            RowLayout {
                spacing: 8
                Layout.fillWidth: true

                Field {
                    name: qsTr("When")
                    hint: qsTr("2022-09-13 or 2022-09-13T00:05")
                    text: root.draft.when
                    onEdited: text => root.draft.when = text
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                }
                Field {
                    name: qsTr("Zone")
                    hint: qsTr("UTC+04:00")
                    text: root.draft.zone
                    onEdited: text => root.draft.zone = text
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                }
            }
            Field {
                name: qsTr("Place")
                hint: qsTr("A name in any language, or coordinates")
                text: root.draft.placeQuery
                onEdited: text => root.draft.placeQuery = text
                Layout.fillWidth: true
            }
            Repeater {
                model: root.draft.placeNames
                delegate: PushButton {
                    required property string modelData
                    required property int index

                    text: modelData
                    Layout.fillWidth: true
                    onClicked: root.draft.takePlace(index)
                }
            }
            OnlinePlaces {
                online: root.session.online
                query: root.draft.placeQuery
                taking: true
                Layout.fillWidth: true
            }
            Words {
                text: root.draft.where
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: 8
                Layout.fillWidth: true

                PushButton {
                    text: root.draft.picking ? qsTr("Stop") : qsTr("Click on the map")
                    onClicked: root.draft.picking = !root.draft.picking
                }
                PushButton {
                    visible: root.draft.hasPlace
                    quiet: true
                    text: qsTr("No place")
                    onClicked: root.draft.removePlace()
                }
            }
            Choice {
                visible: root.draft.hasPlace
                model: root.draft.precisionNames
                currentIndex: root.draft.precision
                Accessible.name: qsTr("How closely the place is known")
                onActivated: index => root.draft.precision = index
                Layout.fillWidth: true
            }
            Tick {
                visible: root.draft.hasPlace
                words: qsTr("Sensitive place: exports blur it")
                checked: root.draft.sensitive
                onToggled: root.draft.sensitive = checked
                Layout.fillWidth: true
            }
            TextBox {
                name: qsTr("Actors, a line each")
                value: root.draft.actors
                lines: 2
                onEdited: text => root.draft.actors = text
                Layout.fillWidth: true
            }
            LossFields {
                losses: root.draft.losses
                Layout.fillWidth: true
            }
            TextBox {
                name: qsTr("Notes")
                value: root.draft.notes
                onEdited: text => root.draft.notes = text
                Layout.fillWidth: true
            }
            Field {
                name: qsTr("Tags, with commas between them")
                text: root.draft.tags
                onEdited: text => root.draft.tags = text
                Layout.fillWidth: true
            }
            Tick {
                words: qsTr("Graphic content: its words are hidden until asked for")
                checked: root.draft.graphic
                onToggled: root.draft.graphic = checked
                Layout.fillWidth: true
            }
            Words {
                visible: text.length > 0
                text: root.draft.problem
                color: root.session.look.warning
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
    }
    Hairline {
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: 8
        Layout.fillWidth: true
        Layout.margins: 16

        PushButton {
            text: qsTr("Cancel")
            onClicked: root.draft.cancel()
        }
        Item {
            Layout.fillWidth: true
        }
        PushButton {
            objectName: "confirmDraft"
            text: root.draft.editing ? qsTr("Save") : qsTr("Add the incident")
            primary: true
            onClicked: root.draft.confirm()
        }
    }
}
