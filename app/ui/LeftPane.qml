import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** Incidents by day, the sources, and what waits for review. */
FocusScope {
    id: root

    required property Session session
    required property string countText
    required property ReviewKeys keys

    signal keysAsked

    /** Gives the keyboard to the list that is shown. */
    function take(): void {
        if (tabs.currentIndex === 0)
            incidents.forceActiveFocus(Qt.TabFocusReason)
        else if (tabs.currentIndex === 1)
            sources.forceActiveFocus(Qt.TabFocusReason)
        else
            review.take()
    }

    Rectangle {
        anchors.fill: parent
        color: root.palette.window
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TabBar {
            id: tabs

            Layout.fillWidth: true
            Layout.leftMargin: 16
            Layout.rightMargin: 4
            Layout.topMargin: 4
            spacing: 10
            background: null
            onCurrentIndexChanged: root.session.reviewing = tabs.currentIndex === 2

            PaneTab {
                name: qsTr("Incidents")
                count: root.session.incidents.total
            }
            PaneTab {
                name: qsTr("Sources")
                count: root.session.sources.count
            }
            PaneTab {
                name: qsTr("To review")
                count: root.session.review.count
                onClicked: review.take()
            }
        }
        Hairline {
            Layout.fillWidth: true
        }
        StackLayout {
            currentIndex: tabs.currentIndex
            Layout.fillWidth: true
            Layout.fillHeight: true

            IncidentList {
                id: incidents

                session: root.session
                countText: root.countText
            }
            SourceList {
                id: sources

                session: root.session
            }
            ReviewList {
                id: review

                session: root.session
                keys: root.keys
                onKeysAsked: root.keysAsked()
            }
        }
    }

    Connections {
        target: root.session

        function onDocumentAdded(): void {
            tabs.currentIndex = 2
            review.take()
        }
        function onCaseChanged(): void {
            tabs.currentIndex = 0
        }
    }
    Connections {
        target: root.keys

        function onDone(): void {
            review.take()
        }
    }
    Connections {
        target: root.session.selection

        function onChanged(): void {
            if (root.session.selection.incident !== 0)
                tabs.currentIndex = 0
        }
    }
}
