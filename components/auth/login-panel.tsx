'use client';

import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { SignInForm } from './sign-in-form';
import { SignUpForm } from './sign-up-form';

export function LoginPanel({ isGuest }: { isGuest: boolean }) {
  return (
    <Tabs defaultValue={isGuest ? 'sign-up' : 'sign-in'}>
      <TabsList className="grid w-full grid-cols-2">
        <TabsTrigger value="sign-in" className="justify-center">
          Sign in
        </TabsTrigger>
        <TabsTrigger value="sign-up" className="justify-center">
          New account
        </TabsTrigger>
      </TabsList>
      <TabsContent value="sign-in">
        {isGuest ? (
          <p className="mb-5 text-muted-foreground">
            Welcome back. Your guest stories and conversations come along into your account.
          </p>
        ) : null}
        <SignInForm />
      </TabsContent>
      <TabsContent value="sign-up">
        {isGuest ? (
          <p className="mb-5 text-muted-foreground">Your stories and conversations stay with you.</p>
        ) : null}
        <SignUpForm />
      </TabsContent>
    </Tabs>
  );
}
