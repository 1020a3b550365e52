import { Outlet } from "react-router";

export function FamilyLayout() {
  return <Outlet />;
}
