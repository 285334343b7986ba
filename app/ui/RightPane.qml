import QtQuick
import QtQuick.Layouts

/** What is looked at: a form, the reader, the proposal under review, or the selected incident. */
Rectangle {
    id: root

    required property Session session
    required property bool reviewing

    color: root.palette.window

    StackLayout {
        anchors.fill: parent
        currentIndex: {
            if (root.session.draft.open)
                return 0
            if (root.session.selection.reading)
                return 1
            if (root.reviewing && root.session.review.count > 0)
                return 2
            return root.session.details.present ? 3 : 4
        }

        DraftForm {
            session: root.session
            // A hidden field would keep the keys, “undo” among them.
            onFormLeft: inspector.forceActiveFocus(Qt.OtherFocusReason)
        }
        Reader {
            session: root.session
        }
        ReviewCard {
            session: root.session
        }
        Inspector {
            id: inspector

            session: root.session
        }
        Item {
            EmptyHint {
                anchors.centerIn: parent
                width: parent.width - 64
                heading: qsTr("Nothing selected")
                hint: root.session.incidents.total > 0
                      ? qsTr("Select an incident in the list or on the map to see what is reported, by whom, and in which words.")
                      : qsTr("Here you see what is reported, by whom, and in which words.")
            }
        }
    }
}
