pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/** One party's words on the board; a click opens the source at them, a menu says what they answer. */
ItemDelegate {
    id: root

    required property real claim
    required property real quote
    required property real document
    required property string words
    required property string stance
    required property string source
    required property bool hidden
    required property bool gainsays
    required property string party
    required property Session session
    readonly property ClaimBoardModel board: root.session.board

    signal opened

    objectName: "boardCard"
    padding: 0
    implicitHeight: column.implicitHeight + 8
    Accessible.name: root.hidden
                     ? qsTr("%1 %2: graphic content, hidden").arg(root.party).arg(root.stance)
                     : qsTr("%1 %2: %3. %4. Open the source at these words.").arg(root.party).arg(root.stance).arg(root.words).arg(root.source)
    onClicked: root.opened()
    Keys.onReturnPressed: root.opened()
    Keys.onMenuPressed: menu.popup(root, 0, root.height)

    background: Rectangle {
        anchors.fill: parent
        anchors.margins: -6
        radius: 6
        color: root.hovered ? Qt.alpha(root.palette.windowText, 0.045) : "transparent"
        border.width: root.visualFocus ? 2 : 0
        border.color: root.palette.accent
    }
    contentItem: Item {
        Column {
            id: column

            y: 4
            width: parent.width
            spacing: 3

            Row {
                width: parent.width - more.width
                spacing: 6

                Words {
                    text: root.gainsays ? "≠" : "+"
                    color: root.gainsays ? root.session.look.warning : root.session.look.good
                    font.weight: Font.Bold
                    lineHeight: 1
                }
                Words {
                    text: root.stance
                    color: root.gainsays ? root.session.look.warning : root.palette.placeholderText
                    font.pixelSize: 12
                    font.weight: root.gainsays ? Font.DemiBold : Font.Normal
                }
            }
            GraphicCover {
                visible: root.hidden
                width: parent.width
                onClicked: root.session.grading.showQuote(root.quote)
            }
            Words {
                visible: !root.hidden
                width: parent.width
                text: qsTr("“%1”").arg(root.words)
                font.family: "Noto Serif"
                lineHeight: 1.2
                wrapMode: Text.Wrap
            }
            Words {
                width: parent.width
                text: root.source
                muted: true
                font.pixelSize: 12
                wrapMode: Text.Wrap
            }
        }
        IconButton {
            id: more

            anchors.right: parent.right
            y: -2
            implicitWidth: 26
            implicitHeight: 24
            name: qsTr("What these words answer")
            enabled: !root.session.readOnly
            icon.source: "qrc:/qt/qml/Dateline/Ui/icons/more.svg"
            onClicked: menu.popup(more, 0, more.height + 2)
        }
    }
    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }

    AppMenu {
        id: menu

        Instantiator {
            model: root.board.questionNames
            delegate: AppMenuItem {
                required property string modelData
                required property int index

                text: root.board.answers(root.claim, index) ? qsTr("✓ Answers: %1").arg(modelData)
                                                            : qsTr("    Answers: %1").arg(modelData)
                onTriggered: root.board.toggleAnswer(root.claim, index)
            }
            onObjectAdded: (index, object) => menu.insertItem(index, object as Item)
            onObjectRemoved: (index, object) => menu.removeItem(object as Item)
        }
        AppMenuLine {}
        AppMenuItem {
            text: qsTr("As the words themselves tell")
            onTriggered: root.board.forgetAnswers(root.claim)
        }
    }
}
