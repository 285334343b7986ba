pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** Several selected incidents: what to change of all of them at once. */
Flickable {
    id: root

    required property Session session
    readonly property ChosenIncidents chosen: root.session.chosen
    readonly property ChosenEdits edits: root.session.chosenEdits

    /** A fact that all of them can be given, under its name. */
    component Part: RowLayout {
        id: part

        required property string name
        required property string chip
        required property list<string> choices
        required property int current

        signal chosen(index: int)

        spacing: 12
        Layout.fillWidth: true

        Words {
            text: part.name
            muted: true
            Layout.preferredWidth: 80
        }
        MenuChip {
            objectName: part.chip
            name: part.name
            text: part.current >= 0 ? part.choices[part.current] : qsTr("Several")
            choices: part.choices
            current: part.current
            onChosen: index => part.chosen(index)
        }
        Item {
            Layout.fillWidth: true
        }
    }

    objectName: "chosenPane"
    clip: true
    contentHeight: column.implicitHeight + 44
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.Grouping
    Accessible.name: root.chosen.countText
    ScrollBar.vertical: SlimScrollBar {}

    ColumnLayout {
        id: column

        x: 24
        y: 20
        width: root.width - 48
        spacing: 12

        Words {
            objectName: "chosenCount"
            text: root.chosen.countText
            font.pixelSize: 22
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            lineHeight: 1.1
            Accessible.role: Accessible.Heading
            Accessible.name: text
            Layout.fillWidth: true
        }
        Words {
            text: root.session.readOnly ? qsTr("This case can only be read.")
                                        : qsTr("What you change here changes in all of them, as one step to undo.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.bottomMargin: 8
        }
        ColumnLayout {
            enabled: !root.session.readOnly && !root.edits.busy
            opacity: enabled ? 1 : 0.45
            spacing: 12
            Layout.fillWidth: true

            Part {
                name: qsTr("Kind")
                chip: "chosenKind"
                choices: root.session.review.kindNames
                current: root.chosen.kind
                onChosen: index => root.edits.setKind(index)
            }
            Part {
                name: qsTr("Status")
                chip: "chosenStatus"
                choices: root.session.grading.statusNames
                current: root.chosen.status
                onChosen: index => root.edits.setStatus(index)
            }
            Part {
                name: qsTr("Credibility")
                chip: "chosenCredibility"
                choices: root.session.grading.credibilityNames
                current: root.chosen.credibility
                onChosen: index => root.edits.setCredibility(index)
            }
            RowLayout {
                spacing: 12
                Layout.fillWidth: true

                Words {
                    text: qsTr("Tag")
                    muted: true
                    Layout.preferredWidth: 80
                }
                TextLine {
                    id: tag

                    objectName: "chosenTag"
                    placeholderText: qsTr("A word")
                    Accessible.name: qsTr("Tag to add")
                    Layout.fillWidth: true
                    onAccepted: add.clicked()
                }
                PushButton {
                    id: add

                    objectName: "addChosenTag"
                    text: qsTr("Add")
                    enabled: tag.text.trim().length > 0
                    onClicked: {
                        root.edits.addTag(tag.text)
                        tag.clear()
                    }
                }
            }
        }
        Hairline {
            Layout.fillWidth: true
            Layout.topMargin: 8
        }
        RowLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.leftMargin: -10

            PushButton {
                objectName: "removeChosen"
                quiet: true
                enabled: !root.session.readOnly && !root.edits.busy
                text: qsTr("Remove all of them")
                onClicked: root.edits.removeAll()
            }
            PushButton {
                objectName: "backToOne"
                quiet: true
                text: qsTr("Back to one")
                onClicked: root.chosen.clear()
            }
            Item {
                Layout.fillWidth: true
            }
        }
        Words {
            visible: root.edits.busy
            text: qsTr("Writing…")
            muted: true
            font.pixelSize: 12
            Layout.fillWidth: true
        }
    }
}
