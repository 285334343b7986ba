pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The incidents, by day or sorted otherwise, with a switch for each kind. */
ColumnLayout {
    id: root

    required property Session session
    required property string countText
    property bool keyed: true
    property bool filtering: false

    onFilteringChanged: {
        if (root.filtering)
            filter.take()
    }
    spacing: 0

    Flow {
        spacing: 6
        visible: root.session.incidents.total > 0
        Layout.fillWidth: true
        Layout.leftMargin: 16
        Layout.rightMargin: 16
        Layout.topMargin: 12
        Layout.bottomMargin: 4

        Repeater {
            model: root.session.kinds
            delegate: KindSwitch {
                required property int index

                look: root.session.look
                onClicked: root.session.kinds.toggle(index)
            }
        }
        PushButton {
            objectName: "filterButton"
            implicitHeight: 28
            font.pixelSize: 12
            quiet: true
            checkable: true
            checked: root.filtering
            text: root.filtering ? qsTr("Back to the list")
                                 : root.session.filters.limits > 0 ? qsTr("Filter (%1)").arg(root.session.filters.limits)
                                                                   : qsTr("Filter")
            onClicked: root.filtering = !root.filtering
        }
    }

    Flow {
        visible: !root.filtering && root.session.incidents.total > 0
        spacing: 6
        Layout.fillWidth: true
        Layout.leftMargin: 16
        Layout.rightMargin: 16
        Layout.topMargin: 4

        Tick {
            objectName: "inView"
            words: qsTr("Only what the map shows")
            checked: root.session.incidents.inView
            onToggled: root.session.incidents.inView = checked
        }
        MenuChip {
            objectName: "sortBy"
            name: qsTr("Sort by")
            text: root.session.sorting.text
            choices: root.session.sorting.choices
            current: root.session.sorting.current
            opacity: root.session.sorting.busy ? 0.6 : 1
            onChosen: index => root.session.sorting.choose(index)
        }
    }
    FilterPane {
        id: filter

        session: root.session
        visible: root.filtering
        Layout.fillWidth: true
        Layout.fillHeight: true
        onClosed: {
            root.filtering = false
            list.forceActiveFocus(Qt.TabFocusReason)
        }
    }

    ListView {
        id: list

        /** Where nothing is listed: the filter shows some, elsewhere on the map. */
        readonly property bool outOfView: root.session.incidents.inView && root.session.incidents.count > 0
        /** How many rows a screen holds, about. */
        readonly property int screen: Math.max(1, Math.floor(list.height / 84))

        objectName: "incidentList"
        visible: !root.filtering
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.session.incidents
        currentIndex: -1
        topMargin: 4
        bottomMargin: 12
        keyNavigationEnabled: false
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Incidents")
        ScrollBar.vertical: SlimScrollBar {}
        Layout.fillWidth: true
        Layout.fillHeight: true
        // Before the shortcuts of the window: to close the source is the next Escape's.
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape && root.session.chosen.active
        Keys.onPressed: event => {
            root.keyed = true
            event.accepted = root.session.chosen.press(event.key, event.modifiers, list.screen)
        }

        section.property: "heading"
        section.delegate: Words {
            required property string section

            width: ListView.view.width
            text: section
            muted: true
            font.pixelSize: 12
            font.letterSpacing: 0.3
            leftPadding: 16
            topPadding: 12
            bottomPadding: 6
            elide: Text.ElideRight
        }
        delegate: IncidentRow {
            readonly property bool shown: root.session.selection.incident === incident

            width: list.width
            look: root.session.look
            selected: root.session.chosen.active ? root.session.chosen.turn >= 0 && root.session.chosen.has(incident)
                                                 : shown
            focusShown: list.activeFocus && root.keyed && shown
            onClicked: {
                root.keyed = false
                list.forceActiveFocus(Qt.MouseFocusReason)
                root.session.chosen.click(incident)
            }
        }

        EmptyHint {
            visible: list.count === 0
            anchors.centerIn: parent
            width: parent.width - 48
            heading: list.outOfView ? qsTr("Nothing lies in the map's view")
                                    : root.session.incidents.total > 0 ? qsTr("Nothing matches the filter")
                                    : root.session.hasCase ? qsTr("No incidents yet") : qsTr("No case is open")
            hint: list.outOfView
                  ? qsTr("Move the map, or list what lies elsewhere as well.")
                  : root.session.incidents.total > 0
                  ? qsTr("Switch a kind on again, clear the time on the timeline, or look at what the filter keeps.")
                  : root.session.review.count > 0 ? qsTr("What was found in the sources waits under “To review”.")
                  : root.session.hasCase ? qsTr("Read a document (Ctrl+R), or drop files on the window: what they report is offered for review.")
                                         : qsTr("Make a new case (Ctrl+N), open one (Ctrl+O), or look at the sample case in the File menu.")
        }

        Connections {
            target: root.session.selection

            function onChanged(): void {
                root.followSelection()
            }
        }
        onCountChanged: root.followSelection()

        Connections {
            target: root.session.incidents

            // After the list itself has taken it.
            function onModelReset(): void {
                Qt.callLater(root.followSelection)
            }
        }
        Connections {
            target: root.session.sorting

            function onSorted(): void {
                list.positionViewAtBeginning()
                root.followSelection()
            }
        }
    }

    Hairline {
        visible: root.session.incidents.total > 0
        Layout.fillWidth: true
    }
    Words {
        visible: root.session.incidents.total > 0
        text: root.countText
        muted: true
        font.pixelSize: 12
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Layout.margins: 16
        Layout.topMargin: 10
        Layout.bottomMargin: root.session.incidents.filtered ? 4 : 12
    }
    PushButton {
        visible: root.session.incidents.filtered
        quiet: true
        text: qsTr("Show everything")
        Layout.leftMargin: 6
        Layout.bottomMargin: 6
        onClicked: root.session.incidents.showEverything()
    }

    function followSelection(): void {
        list.currentIndex = root.session.incidents.rowOf(root.session.selection.incident)
        if (list.currentIndex >= 0)
            list.positionViewAtIndex(list.currentIndex, ListView.Contain)
    }
}
