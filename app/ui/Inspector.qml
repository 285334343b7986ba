pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The selected incident: what, when, where, how sure, and the words behind it. */
ListView {
    id: root

    required property Session session
    readonly property IncidentDetails details: root.session.details
    readonly property string shownTitle: root.details.title
    property bool untouched: true

    function toBeginning(): void {
        root.contentY = root.originY - root.topMargin
    }

    objectName: "inspector"
    clip: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    model: root.details.evidence
    leftMargin: 24
    rightMargin: 24
    topMargin: 20
    bottomMargin: 24
    spacing: 16
    keyNavigationEnabled: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Selected incident: %1").arg(root.details.title)
    ScrollBar.vertical: SlimScrollBar {}
    Keys.onReturnPressed: (root.currentItem as QuoteCard)?.clicked()
    onMovementStarted: root.untouched = false
    onShownTitleChanged: {
        root.untouched = true
        Qt.callLater(root.toBeginning)
    }

    header: ColumnLayout {
        id: head

        width: root.width - 48
        spacing: 8
        // It gets its height after the title has changed.
        onHeightChanged: {
            if (root.untouched)
                Qt.callLater(root.toBeginning)
        }

        Words {
            text: root.details.title
            font.pixelSize: 22
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            lineHeight: 1.1
            Accessible.role: Accessible.Heading
            Accessible.name: text
            Layout.fillWidth: true
        }
        Flow {
            spacing: 6
            Layout.fillWidth: true
            Layout.bottomMargin: 8

            Chip {
                text: root.details.kindName
                tint: root.session.look.kindColour(root.details.kind)
            }
            Chip {
                visible: root.details.subKindName.length > 0
                text: root.details.subKindName
            }
            MenuChip {
                objectName: "status"
                enabled: !root.session.readOnly
                name: qsTr("Status")
                text: root.details.status
                choices: root.session.grading.statusNames
                current: root.session.grading.status
                onChosen: index => root.session.grading.status = index
            }
            MenuChip {
                objectName: "credibility"
                enabled: !root.session.readOnly
                name: qsTr("Credibility")
                text: root.session.grading.credibilityText
                choices: root.session.grading.credibilityNames
                current: root.session.grading.credibility
                onChosen: index => root.session.grading.credibility = index
            }
            Chip {
                visible: root.session.grading.graphic
                text: qsTr("Graphic content")
                tint: root.session.look.warning
            }
            Chip {
                visible: root.session.grading.sensitive
                text: qsTr("Sensitive place")
                tint: root.session.look.warning
            }
        }
        RowLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.leftMargin: -10
            Layout.topMargin: -8

            PushButton {
                objectName: "editIncident"
                quiet: true
                text: qsTr("Edit…")
                enabled: !root.session.readOnly
                onClicked: root.session.draft.edit(root.session.selection.incident)
            }
            PushButton {
                objectName: "compareClaims"
                quiet: true
                text: qsTr("Compare what each party says")
                onClicked: root.session.board.show(root.session.selection.incident)
            }
            Item {
                Layout.fillWidth: true
            }
            IconButton {
                id: more

                objectName: "moreOfIncident"
                name: qsTr("More to do with this incident")
                enabled: !root.session.readOnly
                icon.source: "qrc:/qt/qml/Dateline/Ui/icons/more.svg"
                onClicked: incidentMenu.popup(more, more.width - incidentMenu.width, more.height + 4)

                AppMenu {
                    id: incidentMenu

                    AppMenuItem {
                        text: root.session.grading.graphic ? qsTr("✓ Graphic: words hidden until asked for")
                                                           : qsTr("Graphic: hide words until asked for")
                        onTriggered: root.session.grading.graphic = !root.session.grading.graphic
                    }
                    AppMenuItem {
                        text: root.session.grading.sensitive ? qsTr("✓ Sensitive place: exports blur it")
                                                             : qsTr("Sensitive place: blur it in exports")
                        onTriggered: root.session.grading.sensitive = !root.session.grading.sensitive
                    }
                    AppMenuLine {}
                    AppMenuItem {
                        text: qsTr("Remove this incident")
                        onTriggered: root.session.removeSelected()
                    }
                }
            }
        }
        Fact {
            name: qsTr("When")
            value: root.details.when
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("As written")
            value: root.details.whenWritten
            quoted: true
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("Where")
            value: root.details.where
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("As written")
            value: root.details.whereWritten
            quoted: true
            Layout.fillWidth: true
        }
        Fact {
            objectName: "incidentCoordinates"
            name: qsTr("Position")
            value: root.session.coordinates.incidentText
            copyable: true
            Layout.fillWidth: true
            onCopyAsked: root.session.coordinates.copyIncident()
        }
        Fact {
            name: qsTr("Precision")
            value: root.details.precision
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("Losses")
            value: root.details.losses
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("Actors")
            value: root.details.actors
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("Notes")
            value: root.details.notes
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("Tags")
            value: root.details.tags
            Layout.fillWidth: true
        }
        Hairline {
            Layout.fillWidth: true
            Layout.topMargin: 12
        }
        RowLayout {
            spacing: 8
            Layout.topMargin: 8
            Layout.bottomMargin: 16
            Layout.fillWidth: true

            Words {
                text: qsTr("Evidence")
                font.pixelSize: 16
                font.weight: Font.DemiBold
            }
            Words {
                text: root.details.sources
                muted: true
                Layout.fillWidth: true
            }
        }
    }

    delegate: QuoteCard {
        width: root.width - 48
        session: root.session
        barColour: root.session.look.kindColour(root.details.kind)
        focusShown: root.activeFocus && ListView.isCurrentItem
        onClicked: root.session.selection.openQuote(document, quote)
    }

    footer: Words {
        visible: root.count === 0
        width: root.width - 48
        text: qsTr("No words are tied to this incident yet. Open a source, select the words that report it, and make an incident from them.")
        muted: true
        wrapMode: Text.Wrap
    }
}
