import QtQuick
import QtQuick.Layouts

/** What is looked at: a form, the proposal under review, the selected incident, or several of them. */
FocusScope {
    id: root

    required property Session session
    required property ReviewKeys keys

    /** Gives the keyboard to what is shown. */
    function take(): void {
        if (stack.currentIndex === 1)
            card.take()
        else
            (stack.children[stack.currentIndex] as Item).nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    }

    Rectangle {
        anchors.fill: parent
        color: root.palette.window
    }

    StackLayout {
        id: stack

        anchors.fill: parent
        currentIndex: {
            if (root.session.draft.open)
                return 0
            if (root.session.release.state !== ReleaseModel.Closed)
                return 5
            if (root.session.reviewing && root.session.review.count > 0)
                return 1
            if (root.session.chosen.active)
                return 4
            return root.session.details.present ? 2 : 3
        }

        DraftForm {
            id: draft

            session: root.session
            // A hidden field would keep the keys, “undo” among them.
            onFormLeft: inspector.forceActiveFocus(Qt.OtherFocusReason)
        }
        ReviewCard {
            id: card

            session: root.session
            keys: root.keys
        }
        Inspector {
            id: inspector

            session: root.session
        }
        Item {
            id: hint

            EmptyHint {
                anchors.centerIn: parent
                width: parent.width - 64
                heading: qsTr("Nothing selected")
                hint: root.session.selection.reading
                      ? qsTr("Select words of the source to make an incident from them, or to add them to one. What was found in it waits under “To review”.")
                      : root.session.incidents.total > 0
                      ? qsTr("Select an incident in the list or on the map to see what is reported, by whom, and in which words.")
                      : qsTr("Here you see what is reported, by whom, and in which words.")
            }
        }
        ChosenPane {
            session: root.session
        }
        ReleasePane {
            session: root.session
        }
    }
}
