#pragma once

namespace relis::app {

class AppealsDoor;
class FollowUp;
class MissionsDoor;
class MainFrame;
class PlaceKeeper;
class QualityManager;
class ShopperWindows;

/// Tells `place` which window each kind of unsent text is written in. All outlive it.
void add_draft_openers(PlaceKeeper& place, MainFrame& frame, QualityManager& quality, ShopperWindows& shoppers,
                       FollowUp& follow_up, AppealsDoor& appeals, MissionsDoor& missions);

}  // namespace relis::app
