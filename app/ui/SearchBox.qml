pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/** Search over places, incidents and words in sources, with what it finds under it. */
Item {
    id: root

    required property Session session
    property bool wantsCoordinates: false

    function take(): void {
        line.forceActiveFocus(Qt.ShortcutFocusReason)
        line.selectAll()
    }

    /** The same for coordinates, with an example of them. */
    function askCoordinates(): void {
        line.clear()
        root.wantsCoordinates = true
        root.take()
    }
    function find(): void {
        pause.stop()
        root.session.search.find(line.text)
        results.visible = line.text.length > 1
    }

    function openHit(row: int): void {
        // Enter may come before what was typed last is looked for.
        if (pause.running)
            root.find()
        root.session.search.open(row)
        results.close()
    }

    implicitHeight: 34

    TextLine {
        id: line

        anchors.fill: parent
        objectName: "search"
        placeholderText: root.wantsCoordinates ? qsTr("Coordinates, such as 39.51, 46.34 or 38S PJ 15 73")
                                               : qsTr("Search places, incidents, words")
        Accessible.name: qsTr("Search")
        onTextEdited: pause.restart()
        onActiveFocusChanged: root.wantsCoordinates = root.wantsCoordinates && activeFocus
        onAccepted: {
            if (pause.running)
                root.find()
            if (root.session.search.count > 0)
                root.openHit(Math.max(0, list.currentIndex))
            else
                root.session.online.search.ask(line.text)
        }
        Keys.onPressed: event => {
            if (event.modifiers !== Qt.ShiftModifier || (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter))
                return
            root.session.online.search.ask(line.text)
            event.accepted = true
        }
        Keys.onDownPressed: list.incrementCurrentIndex()
        Keys.onUpPressed: list.decrementCurrentIndex()
        Keys.onEscapePressed: {
            results.close()
            line.clear()
        }
    }
    Timer {
        id: pause

        interval: 120
        onTriggered: root.find()
    }

    Popup {
        id: results

        y: root.height + 6
        width: Math.max(root.width, 400)
        height: Math.min(480, list.contentHeight + 16)
        padding: 8
        closePolicy: Popup.CloseOnPressOutsideParent | Popup.CloseOnEscape

        background: Rectangle {
            radius: 8
            color: root.palette.base
            border.width: 1
            border.color: root.palette.mid
        }
        contentItem: ListView {
            id: list

            clip: true
            model: root.session.search
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: SlimScrollBar {}
            section.property: "group"
            section.delegate: Words {
                required property string section

                text: section
                muted: true
                font.pixelSize: 12
                leftPadding: 8
                topPadding: 8
                bottomPadding: 4
            }
            footer: Column {
                Words {
                    visible: list.count === 0
                    text: qsTr("Nothing found. Try fewer letters, or another spelling of the place.")
                    muted: true
                    wrapMode: Text.Wrap
                    width: list.width
                    padding: 8
                }
                OnlinePlaces {
                    online: root.session.online
                    query: line.text
                    taking: root.session.draft.open
                    width: list.width
                    onShown: results.close()
                    onTaken: results.close()
                }
            }
            delegate: ItemDelegate {
                id: hit

                required property int index
                required property string title
                required property string detail

                width: list.width
                height: 46
                leftPadding: 8
                rightPadding: 8
                topPadding: 4
                bottomPadding: 4
                highlighted: ListView.isCurrentItem
                Accessible.name: hit.title
                onClicked: root.openHit(hit.index)

                contentItem: Column {
                    Words {
                        width: parent.width
                        text: hit.title
                        elide: Text.ElideRight
                    }
                    Words {
                        width: parent.width
                        text: hit.detail
                        muted: true
                        font.pixelSize: 12
                        elide: Text.ElideRight
                    }
                }
                background: Rectangle {
                    radius: 6
                    color: hit.highlighted || hit.hovered ? root.palette.alternateBase : "transparent"
                }
            }
        }
    }
}
