pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** A newer download beside the case: what differs group by group and row by row, and which of it is taken. */
FocusScope {
    id: root

    required property Session session
    readonly property ReleaseModel release: root.session.release
    readonly property bool ready: root.release.state === ReleaseModel.Ready
    readonly property bool working: root.release.state === ReleaseModel.Comparing || root.release.state === ReleaseModel.Taking
    readonly property bool differs: root.ready && root.release.differing > 0

    /** Shows one group's rows, or with −1 all. */
    component Filter: AbstractButton {
        id: filter

        required property int group
        required property string words

        implicitHeight: 24
        implicitWidth: number.implicitWidth + 20
        checked: root.release.shownGroup === filter.group
        onClicked: root.release.shownGroup = filter.group

        contentItem: Words {
            id: number

            text: filter.text
            font.pixelSize: 13
            color: filter.checked ? root.palette.windowText : root.palette.accent
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            lineHeight: 1
        }
        background: Rectangle {
            radius: 12
            color: filter.checked ? root.palette.alternateBase
                                  : filter.hovered ? Qt.alpha(root.palette.windowText, 0.06) : "transparent"

            FocusRing {
                shown: filter.visualFocus
                radius: 12
            }
        }
        Accessible.role: Accessible.RadioButton
        Accessible.checked: filter.checked
        Accessible.name: filter.words
    }

    objectName: "releasePane"
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("A newer download of a data set")

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: 16
        anchors.bottomMargin: 12
        spacing: 8

        RowLayout {
            spacing: 8
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 12

            Words {
                text: qsTr("A newer download")
                font.pixelSize: 22
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
                Accessible.name: text
                Layout.fillWidth: true
            }
            IconButton {
                objectName: "closeRelease"
                name: qsTr("Close the comparison")
                icon.source: "qrc:/qt/qml/Dateline/Ui/icons/close.svg"
                visible: root.release.state !== ReleaseModel.Taking
                onClicked: root.release.close()
            }
        }
        Words {
            text: root.release.fileName
            muted: true
            elide: Text.ElideMiddle
            maximumLineCount: 1
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 24
        }
        RowLayout {
            visible: root.working
            spacing: 12
            Layout.leftMargin: 24
            Layout.rightMargin: 24

            BusyIndicator {
                implicitWidth: 28
                implicitHeight: 28
                palette.dark: root.palette.accent
            }
            Words {
                text: root.release.state === ReleaseModel.Taking ? qsTr("Taking the ticked changes…")
                                                                 : qsTr("Comparing it with the case…")
                Layout.fillWidth: true
            }
            PushButton {
                objectName: "releaseStop"
                visible: root.release.state === ReleaseModel.Taking
                text: qsTr("Stop")
                onClicked: root.release.stop()
            }
        }
        ProgressLine {
            visible: root.working && root.release.progress > 0
            name: root.release.state === ReleaseModel.Taking ? qsTr("Taken so far") : qsTr("Compared so far")
            progress: root.release.progress
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 24
        }
        Words {
            objectName: "releaseCoverage"
            visible: root.ready && text.length > 0
            text: root.release.coverage
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 24
        }
        Words {
            objectName: "releaseNothing"
            visible: root.ready && root.release.differing === 0
            text: qsTr("Nothing in it differs from what is here")
            font.pixelSize: 16
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 24
            Layout.topMargin: 8
        }
        Words {
            objectName: "releaseProblem"
            visible: text.length > 0
            text: root.release.problem
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 24
        }
        ColumnLayout {
            visible: root.differs
            spacing: 0
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 14

            Repeater {
                model: root.release.groups
                delegate: RowLayout {
                    id: line

                    required property int group
                    required property string name
                    required property string count
                    required property bool ticked

                    spacing: 8
                    Layout.fillWidth: true

                    Tick {
                        objectName: `releaseGroup${line.group}`
                        implicitHeight: 26
                        words: line.name
                        checked: line.ticked
                        onToggled: root.release.setTicked(line.group, checked)
                        Layout.fillWidth: true
                    }
                    Filter {
                        objectName: `releaseFilter${line.group}`
                        group: line.group
                        text: line.count
                        words: qsTr("Show only: %1, %2").arg(line.name).arg(line.count)
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true

                Words {
                    text: qsTr("What is ticked is taken")
                    muted: true
                    font.pixelSize: 12
                    Layout.fillWidth: true
                }
                Filter {
                    objectName: "releaseFilterAll"
                    group: -1
                    text: qsTr("Show all")
                    words: qsTr("Show all groups")
                }
            }
        }
        Hairline {
            visible: root.differs
            Layout.fillWidth: true
        }
        ListView {
            id: list

            objectName: "releaseList"
            visible: root.differs
            clip: true
            focus: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.release
            currentIndex: root.release.current
            keyNavigationEnabled: false
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What differs")
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 96
            Keys.onDownPressed: list.step(1)
            Keys.onUpPressed: list.step(-1)

            /** Goes to the next row or the one before, and the map with it. */
            function step(direction: int): void {
                const row = Math.max(0, Math.min(list.count - 1, root.release.current + direction))
                root.release.go(row)
                list.positionViewAtIndex(row, ListView.Contain)
            }

            delegate: ReleaseRow {
                width: list.width
                current: index === root.release.current
                focusShown: current && list.activeFocus
                onClicked: {
                    list.forceActiveFocus(Qt.MouseFocusReason)
                    root.release.go(index)
                }
                onChosen: theirs => root.release.choose(index, theirs)
            }
        }
        Item {
            visible: !root.differs
            Layout.fillHeight: true
        }
        Hairline {
            visible: root.differs
            Layout.fillWidth: true
        }
        Words {
            objectName: "releaseFigures"
            visible: root.differs && root.release.figures.length > 0
            text: qsTr("Touches saved figures: %1").arg(root.release.figures)
            font.pixelSize: 12
            wrapMode: Text.Wrap
            elide: Text.ElideRight
            maximumLineCount: 3
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 24
        }
        Words {
            objectName: "releaseOutdated"
            visible: root.release.outdated
            text: qsTr("The case was changed since it was compared.")
            color: root.session.look.warning
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 24
        }
        RowLayout {
            spacing: 8
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 24

            PushButton {
                objectName: "releaseAgain"
                visible: root.release.outdated || root.release.state === ReleaseModel.Failed
                text: qsTr("Compare again")
                primary: true
                onClicked: root.release.again()
            }
            PushButton {
                objectName: "releaseTake"
                visible: root.differs && !root.release.outdated
                enabled: root.release.ticked > 0 && !root.session.readOnly
                text: qsTr("Take the ticked changes")
                primary: true
                Accessible.description: root.release.tickedText
                onClicked: root.release.take()
            }
            Words {
                visible: root.differs && !root.release.outdated
                text: root.release.tickedText
                muted: true
                font.pixelSize: 12
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
    }
}
