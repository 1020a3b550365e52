import { lazy } from "react";
import { Navigate, Route, Routes } from "react-router";
import { paths } from "./app/paths.ts";

const FamiliesScreen = lazy(async () => ({
  default: (await import("./screens/families/FamiliesScreen.tsx")).FamiliesScreen,
}));
const KnownFamily = lazy(async () => ({
  default: (await import("./screens/casefile/UnknownFamily.tsx")).KnownFamily,
}));
const FamilyLayout = lazy(async () => ({
  default: (await import("./screens/family/FamilyLayout.tsx")).FamilyLayout,
}));
const OverviewScreen = lazy(async () => ({
  default: (await import("./screens/family/OverviewScreen.tsx")).OverviewScreen,
}));
const PeopleScreen = lazy(async () => ({
  default: (await import("./screens/family/PeopleScreen.tsx")).PeopleScreen,
}));
const PersonScreen = lazy(async () => ({
  default: (await import("./screens/family/PersonScreen.tsx")).PersonScreen,
}));
const VisitsScreen = lazy(async () => ({
  default: (await import("./screens/family/VisitsScreen.tsx")).VisitsScreen,
}));
const AssessmentScreen = lazy(async () => ({
  default: (await import("./screens/family/AssessmentScreen.tsx")).AssessmentScreen,
}));
const PlanScreen = lazy(async () => ({
  default: (await import("./screens/family/PlanScreen.tsx")).PlanScreen,
}));
const TimelineScreen = lazy(async () => ({
  default: (await import("./screens/family/TimelineScreen.tsx")).TimelineScreen,
}));
const ReportScreen = lazy(async () => ({
  default: (await import("./screens/family/ReportScreen.tsx")).ReportScreen,
}));
const AccessScreen = lazy(async () => ({
  default: (await import("./screens/family/AccessScreen.tsx")).AccessScreen,
}));
const VersionsScreen = lazy(async () => ({
  default: (await import("./screens/family/VersionsScreen.tsx")).VersionsScreen,
}));
const KnownVisit = lazy(async () => ({
  default: (await import("./screens/visit/VisitFrame.tsx")).KnownVisit,
}));
const PrepareScreen = lazy(async () => ({
  default: (await import("./screens/visit/PrepareScreen.tsx")).PrepareScreen,
}));
const TableScreen = lazy(async () => ({
  default: (await import("./screens/visit/TableScreen.tsx")).TableScreen,
}));
const FinishScreen = lazy(async () => ({
  default: (await import("./screens/visit/FinishScreen.tsx")).FinishScreen,
}));
const HandoverScreen = lazy(async () => ({
  default: (await import("./screens/handover/HandoverScreen.tsx")).HandoverScreen,
}));
const ShowScreen = lazy(async () => ({
  default: (await import("./screens/visit/ShowScreen.tsx")).ShowScreen,
}));
const LeaveBehindScreen = lazy(async () => ({
  default: (await import("./screens/visit/LeaveBehindScreen.tsx")).LeaveBehindScreen,
}));
const ToolScreen = lazy(async () => ({
  default: (await import("./screens/tool/ToolScreen.tsx")).ToolScreen,
}));
const SafetyScreen = lazy(async () => ({
  default: (await import("./screens/safety/SafetyScreen.tsx")).SafetyScreen,
}));
const DecisionScreen = lazy(async () => ({
  default: (await import("./screens/safety/DecisionScreen.tsx")).DecisionScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import("./screens/settings/SettingsScreen.tsx")).SettingsScreen,
}));
const AboutScreen = lazy(async () => ({
  default: (await import("./screens/settings/AboutScreen.tsx")).AboutScreen,
}));
const NumbersScreen = lazy(async () => ({
  default: (await import("./screens/settings/NumbersScreen.tsx")).NumbersScreen,
}));
const SavedScreen = lazy(async () => ({
  default: (await import("./screens/saved/SavedScreen.tsx")).SavedScreen,
}));
const AgencyScreen = lazy(async () => ({
  default: (await import("./screens/agency/AgencyScreen.tsx")).AgencyScreen,
}));
const NewAgencyScreen = lazy(async () => ({
  default: (await import("./screens/agency/NewAgencyScreen.tsx")).NewAgencyScreen,
}));
const JoinScreen = lazy(async () => ({
  default: (await import("./screens/agency/JoinScreen.tsx")).JoinScreen,
}));

/** Every address, in one table; `app/paths.ts` makes them. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="/families" element={<FamiliesScreen />} />
      <Route path="/families/:family" element={<FamilyLayout />}>
        <Route index element={<OverviewScreen />} />
        <Route path="people" element={<PeopleScreen />} />
        <Route path="people/:person" element={<PersonScreen />} />
        <Route path="visits" element={<VisitsScreen />} />
        <Route path="assessment" element={<AssessmentScreen />} />
        <Route path="plan" element={<PlanScreen />} />
        <Route path="timeline" element={<TimelineScreen />} />
        <Route path="access" element={<AccessScreen />} />
        <Route path="report" element={<ReportScreen />} />
        <Route path="versions" element={<VersionsScreen />} />
      </Route>
      <Route path="/families/:family" element={<KnownFamily />}>
        <Route path="tools/:tool" element={<ToolScreen />} />
        <Route path="safety" element={<SafetyScreen />} />
        <Route path="safety/:run" element={<DecisionScreen />} />
        <Route path="visits/:visit" element={<KnownVisit />}>
          <Route path="prepare" element={<PrepareScreen />} />
          <Route path="table" element={<TableScreen />} />
          <Route path="finish" element={<FinishScreen />} />
          <Route path="leave-behind" element={<LeaveBehindScreen />} />
          <Route path="hand-over" element={<HandoverScreen />} />
          <Route path="show/:tool" element={<ShowScreen />} />
          <Route path="tools/:tool" element={<ToolScreen />} />
        </Route>
      </Route>
      <Route path="/settings/*" element={<SettingsScreen />} />
      <Route path="/about" element={<AboutScreen />} />
      <Route path="/numbers" element={<NumbersScreen />} />
      <Route path="/saved" element={<SavedScreen />} />
      <Route path="/agency" element={<AgencyScreen />} />
      <Route path="/agency/new" element={<NewAgencyScreen />} />
      <Route path="/agency/join" element={<JoinScreen />} />
      <Route path="*" element={<Navigate to={paths.families} replace />} />
    </Routes>
  );
}
