import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** Incidents by day, the sources, and what waits for review. */
Rectangle {
    id: root

    required property Session session
    required property string countText
    readonly property bool reviewing: tabs.currentIndex === 2

    color: root.palette.window

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TabBar {
            id: tabs

            Layout.leftMargin: 16
            Layout.topMargin: 4
            spacing: 16
            background: null

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
                session: root.session
                countText: root.countText
            }
            SourceList {
                session: root.session
            }
            ReviewList {
                id: review

                session: root.session
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
        target: root.session.selection

        function onChanged(): void {
            if (root.session.selection.incident !== 0)
                tabs.currentIndex = 0
        }
    }
}
