pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/** What the filter keeps: words, places, how many sources, and the values of every part with their live counts. */
ListView {
    id: root

    required property Session session
    readonly property FilterPanel panel: root.session.filters
    property Item wordsField: null

    /** The way back to the list was asked for. */
    signal closed

    function take(): void {
        root.wordsField?.forceActiveFocus(Qt.TabFocusReason)
    }

    objectName: "filterPane"
    clip: true
    model: root.panel
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    bottomMargin: 16
    reuseItems: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Filter")
    ScrollBar.vertical: SlimScrollBar {}
    onVisibleChanged: root.panel.active = root.visible
    Keys.onEscapePressed: root.closed()

    header: Column {
        id: head

        width: root.width
        Component.onCompleted: root.wordsField = words
        leftPadding: 16
        rightPadding: 16
        topPadding: 12
        spacing: 8

        readonly property real inner: head.width - 32

        TextLine {
            id: words

            objectName: "filterWords"
            width: head.inner
            placeholderText: qsTr("Words in titles, places and quotes")
            Accessible.name: placeholderText
            text: root.panel.words
            onTextEdited: rest.restart()
            Keys.onEscapePressed: root.closed()

            Timer {
                id: rest

                interval: 300
                onTriggered: root.panel.words = words.text
            }
        }
        Flow {
            width: head.inner
            spacing: 6

            MenuChip {
                objectName: "leastOrigins"
                name: qsTr("How many independent sources")
                choices: [qsTr("Any number of origins"), qsTr("2 origins or more"), qsTr("3 origins or more"),
                          qsTr("5 origins or more")]
                readonly property list<int> least: [0, 2, 3, 5]
                current: Math.max(0, least.indexOf(root.panel.leastOrigins))
                text: choices[current]
                onChosen: index => root.panel.leastOrigins = least[index]
            }
            MenuChip {
                readonly property list<int> kilometres: [10, 50, 200]

                objectName: "area"
                width: Math.min(implicitWidth, head.inner)
                name: qsTr("Where")
                choices: {
                    const always = [qsTr("Anywhere"), qsTr("In the present view of the map"),
                                    qsTr("Draw a shape on the map…")]
                    return root.session.selection.incident === 0
                            ? always : always.concat(kilometres.map(km => qsTr("Within %1 km of the selected incident").arg(km)))
                }
                current: root.panel.areaText.length > 0 ? -1 : 0
                text: root.panel.areaText.length > 0 ? root.panel.areaText : choices[0]
                onChosen: index => {
                    if (index === 0)
                        root.panel.clearArea()
                    else if (index === 1)
                        root.panel.keepView()
                    else if (index === 2)
                        root.panel.shape.start()
                    else
                        root.panel.keepAround(1000 * kilometres[index - 3])
                }
            }
        }
        Words {
            visible: root.panel.busy
            width: head.inner
            text: qsTr("Looking up actors, tags and sources…")
            muted: true
            font.pixelSize: 12
        }
    }

    section.property: "section"
    section.delegate: Words {
        required property string section

        width: root.width
        text: section
        muted: true
        font.pixelSize: 12
        font.letterSpacing: 0.3
        leftPadding: 16
        topPadding: 16
        bottomPadding: 4
        elide: Text.ElideRight
    }
    delegate: Item {
        id: row

        required property int index
        required property string name
        required property int count
        required property bool checked

        width: root.width
        height: 28
        opacity: row.count > 0 || row.checked ? 1 : 0.5

        Tick {
            x: 16
            width: row.width - 32 - number.width - 8
            height: row.height
            words: ""
            checked: row.checked
            Accessible.name: qsTr("%1, %2 incidents").arg(row.name).arg(row.count)
            onToggled: {
                root.panel.toggle(row.index)
                checked = Qt.binding(() => row.checked)
            }

            Words {
                x: 28
                width: parent.width - 28
                height: parent.height
                text: row.name
                elide: Text.ElideRight
                verticalAlignment: Text.AlignVCenter
                lineHeight: 1
                font.pixelSize: 13
            }
        }
        Words {
            id: number

            anchors.right: parent.right
            anchors.rightMargin: 16
            height: row.height
            text: Number(row.count).toLocaleString(Qt.locale(), "f", 0)
            muted: true
            verticalAlignment: Text.AlignVCenter
            lineHeight: 1
            font.pixelSize: 12
        }
    }
}
